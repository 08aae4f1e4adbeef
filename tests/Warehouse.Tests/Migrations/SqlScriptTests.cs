using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Tests.Migrations;

public class SqlScriptTests
{
    [Fact]
    public void Split_SemicolonAtEndOfLine_EndsTheStatement()
    {
        var statements = SqlScript.Split("-- about ; this\n\nSELECT 1; -- first\nSELECT ';\n', 2\n  ;  \r\n/* a;\n*/ SELECT 3 ; SELECT 4\n");

        statements.ShouldBe([new(3, "SELECT 1"), new(4, "SELECT ';\n', 2"), new(8, "SELECT 3 ; SELECT 4")]);
    }

    [Fact]
    public void Split_CommentsAlone_NoStatement() => SqlScript.Split("-- nothing here;\n/* or\nhere */\n").ShouldBeEmpty();
}
