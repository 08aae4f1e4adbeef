using PrivateDomainBI.Ingest.Mappings;

namespace PrivateDomainBI.Ingest.Tests.Mappings;

public class ExpressionTests
{
    [Theory]
    [InlineData("InvoiceNo", "<InvoiceNo>")]
    [InlineData("concat(InvoiceNo, '-', toString(_line))", "concat ( <InvoiceNo> , '-' , toString ( <_line> ) )")]
    [InlineData("NOT startsWith(a, 'C') and b != ''", "NOT startsWith ( <a> , 'C' ) and <b> != ''")]
    [InlineData("`客户 ID` || \"x\"", "<客户 ID> || <x>")]
    [InlineData("a in ('1', -2)", "<a> in ( '1' , - 2 )")]
    [InlineData("case when a = 'it''s' then 1.5 else null end", "case when <a> = 'it\\'s' then 1.5 else null end")]
    [InlineData("splitByChar('.', a)[1]", "splitByChar ( '.' , <a> ) [ 1 ]")]
    [InlineData("a between 'x' and 'y' or b is not null", "<a> between 'x' and 'y' or <b> is not null")]
    [InlineData("`NOT`", "<NOT>")]
    [InlineData("'a\\'); DROP TABLE x; --'", "'a\\'); DROP TABLE x; --'")]
    [InlineData("'\\\\'", "'\\\\'")]
    public void Parse_ScalarExpression_IsWrittenAnew(string text, string sql) =>
        ExpressionParser.Parse(text).ToSql(name => $"<{name}>").ShouldBe(sql);

    [Theory]
    [InlineData("(SELECT 1)", ") is missing before '1'")]
    [InlineData("a IN (b)", "IN takes a list of texts or numbers")]
    [InlineData("a IN b", "( is missing")]
    [InlineData("a IN (SELECT b)", "IN takes a list")]
    [InlineData("file('/etc/passwd')", "unknown function 'file'")]
    [InlineData("url('http://x', 'CSV')", "unknown function 'url'")]
    [InlineData("dictGet('d', 'a', 1)", "unknown function")]
    [InlineData("toInt32(a)", "use toInt32OrNull")]
    [InlineData("sleep(3)", "unknown function 'sleep'")]
    [InlineData("arrayMap(x -> x, a)", "unknown function")]
    [InlineData("concat(a, x -> x)", "'>'")]
    [InlineData("a; DROP TABLE b", "';' cannot stand")]
    [InlineData("a -- comment", "'-' cannot stand")]
    [InlineData("a /* comment */", "'/' cannot stand")]
    [InlineData("a::String", "':' cannot stand")]
    [InlineData("{x:String}", "'{' cannot stand")]
    [InlineData("concat(a,", "a value is missing before the end")]
    [InlineData("concat(a", ") is missing before the end")]
    [InlineData("a b", "'b' does not belong there")]
    [InlineData("'open", "is not closed")]
    [InlineData("1e5", "is not a number")]
    [InlineData("", "a value is missing")]
    [InlineData("`concat`(a)", "is not a function")]
    [InlineData("case a end", "not by WHEN")]
    [InlineData("@@version", "'@' cannot stand")]
    [InlineData("system.tables", "'.' cannot stand")]
    public void Parse_AnythingElse_IsRefusedWithAReason(string text, string reason) =>
        Should.Throw<ExpressionException>(() => ExpressionParser.Parse(text)).Message.ShouldContain(reason);
}
