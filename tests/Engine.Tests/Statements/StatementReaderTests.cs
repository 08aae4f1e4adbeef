using System.Text;
using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Statements;

namespace PrivateDomainBI.Engine.Tests.Statements;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("SELECT 1", StatementKind.Select, null)]
    [InlineData("-- a comment\n /* another */ WITH 1 AS x SELECT x FORMAT JSON;", StatementKind.Select, "JSON")]
    [InlineData("(SELECT 1) UNION ALL (SELECT 2) FORMAT CSV SETTINGS max_threads = 1", StatementKind.Select, "CSV")]
    [InlineData("SELECT 'FORMAT JSON', format('{}', 1), (SELECT 1 FORMAT XML)", StatementKind.Select, null)]
    [InlineData("SHOW TABLES FORMAT TSV", StatementKind.Other, "TSV")]
    [InlineData("CREATE TABLE t (n UInt8) ENGINE = Memory", StatementKind.Other, null)]
    [InlineData("INSERT INTO t SELECT 1", StatementKind.Other, null)]
    public void Read_WholeStatement_TellsKindAndFormat(string text, object kind, string? format)
    {
        var statement = Read(text, complete: true)!;
        statement.Kind.ShouldBe(kind);
        statement.Format.ShouldBe(format);
        Encoding.UTF8.GetString(statement.Sql.Span).ShouldBe(text);
    }

    [Theory]
    [InlineData("INSERT INTO t FORMAT CSV\n|1,2\n", StatementKind.InsertRows, "INSERT INTO t ", "CSV")]
    [InlineData("insert into t (`values`, format) format JSONEachRow |{\"a\":1}", StatementKind.InsertRows, "insert into t (`values`, format) ", "JSONEachRow")]
    [InlineData("INSERT INTO t SETTINGS async_insert = 1 VALUES| (1)", StatementKind.InsertRows, "INSERT INTO t SETTINGS async_insert = 1 ", "Values")]
    [InlineData("INSERT INTO t FORMAT RowBinary\r\n|\n\n", StatementKind.InsertRows, "INSERT INTO t ", "RowBinary")]
    [InlineData("INSERT INTO t SELECT f(a) FROM input('a String') WHERE b != ' FORMAT CSV' FORMAT TSV\n|x", StatementKind.InsertFromInput, "INSERT INTO t SELECT f(a) FROM input('a String') WHERE b != ' FORMAT CSV' ", "TSV")]
    public void Read_Insert_FindsWhereTheRowsBegin(string marked, object kind, string sql, string format)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var statement = Read(text, complete: false)!;
        statement.Kind.ShouldBe(kind);
        statement.Format.ShouldBe(format);
        statement.RowsStart.ShouldBe(marked.IndexOf('|', StringComparison.Ordinal));
        Encoding.UTF8.GetString(statement.Sql.Span).ShouldBe(sql);
    }

    [Fact]
    public void Read_Input_MarksTheCallAndItsArguments()
    {
        const string text = "INSERT INTO t SELECT a FROM (SELECT * FROM input('a String, b Array(Tuple(String))')) FORMAT CSV\n";
        var statement = Read(text, complete: false)!;
        text[statement.InputCall].ShouldBe("input('a String, b Array(Tuple(String))')");
        text[statement.InputArguments].ShouldBe("'a String, b Array(Tuple(String))'");
    }

    [Theory]
    [InlineData("INSERT INTO t FORMAT CSV\n1,2\n", "INSERT INTO t FORMAT CSV")]
    [InlineData("INSERT INTO t SELECT a FROM input('a String') FORMAT CSVWithNames\na\n", "INSERT INTO t SELECT a FROM input('a String') FORMAT CSVWithNames")]
    public void Read_EveryPrefix_WaitsUntilTheHeadIsThere(string text, string head)
    {
        for (var length = 0; length < text.Length; length++)
        {
            (Read(text[..length], complete: false) is null).ShouldBe(length <= head.Length, $"after {length} bytes");
        }
    }

    [Theory]
    [InlineData("SELECT 1 INTO OUTFILE 'x'", 358)]
    [InlineData("INSERT INTO t FROM INFILE 'x' FORMAT CSV", 48)]
    public void Read_ServerFiles_AreRefused(string text, int code) =>
        Should.Throw<EngineException>(() => Read(text, complete: true)).Code.ShouldBe(code);

    [Theory]
    [InlineData("SET max_threads = 1", true)]
    [InlineData("USE other", true)]
    [InlineData("CREATE TEMPORARY TABLE t (n UInt8)", true)]
    [InlineData("DROP TABLE t", false)]
    public void Read_Statement_TellsWhetherItChangesTheSession(string text, bool changes) =>
        Read(text, complete: true)!.ChangesSession.ShouldBe(changes);

    private static Statement? Read(string text, bool complete) => StatementReader.Read(Encoding.UTF8.GetBytes(text), complete);
}
