using System.Text;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Statements;

// Tells what kind of statement a text is and where the rows of an INSERT begin.
internal static class StatementReader
{
    // Null: the text breaks off before that can be told; call again with more of it.
    public static Statement? Read(ReadOnlyMemory<byte> text, bool complete)
    {
        var scanner = new SqlScanner(text.Span);
        var first = scanner.Next();
        if (scanner.Is(first, "INSERT"u8))
        {
            return ReadInsert(text, ref scanner, complete);
        }

        return complete ? ReadOther(text, ref scanner, first) : null;
    }

    private static Statement ReadOther(ReadOnlyMemory<byte> text, ref SqlScanner scanner, Token first)
    {
        var kind = scanner.Is(first, "SELECT"u8) || scanner.Is(first, "WITH"u8) || scanner.Is(first, "FROM"u8) || scanner.IsSymbol(first, '(')
            ? StatementKind.Select
            : StatementKind.Other;
        var changesSession = scanner.Is(first, "SET"u8) || scanner.Is(first, "USE"u8);
        string? format = null;
        for (var (before, token) = (first, first); token.Kind != TokenKind.End; (before, token) = (token, scanner.Next()))
        {
            if (token.Depth > 0 || token.Kind != TokenKind.Word)
            {
                continue;
            }

            if (scanner.Is(before, "FORMAT"u8))
            {
                format = Text(text, token);
            }
            else if (scanner.Is(token, "OUTFILE"u8) && scanner.Is(before, "INTO"u8))
            {
                throw new EngineException(358, "INTO_OUTFILE_NOT_ALLOWED", "INTO OUTFILE is not allowed over HTTP");
            }
            else if (scanner.Is(token, "INSERT"u8) && kind == StatementKind.Select)
            {
                kind = StatementKind.Other;
            }
            else if (scanner.Is(token, "TEMPORARY"u8) || scanner.Is(token, "TEMP"u8))
            {
                changesSession = true;
            }
        }

        return new Statement(kind, text, format, text.Length) { ChangesSession = changesSession };
    }

    private static Statement? ReadInsert(ReadOnlyMemory<byte> text, ref SqlScanner scanner, bool complete)
    {
        Range? input = null;
        Range? arguments = null;
        var (callStart, argumentsStart, callDepth) = (0, 0, 0);
        var selects = false;
        Token token;
        for (var before = scanner.Next(); (token = scanner.Next()).Kind != TokenKind.End; before = token)
        {
            if (scanner.Is(before, "FORMAT"u8) && before.Depth == 0 && token.Kind == TokenKind.Word && (!selects || input is not null))
            {
                return token.End < text.Length || complete ? WithFormat(text, before.Start, token, input, arguments) : null;
            }

            if (!selects && token.Depth == 0 && scanner.Is(token, "VALUES"u8))
            {
                return token.End < text.Length || complete
                    ? new Statement(StatementKind.InsertRows, text[..token.Start], "Values", token.End)
                    : null;
            }

            if (scanner.Is(token, "INFILE"u8) && scanner.Is(before, "FROM"u8))
            {
                throw new EngineException(48, "NOT_IMPLEMENTED", "FROM INFILE is not allowed over HTTP");
            }

            selects |= (scanner.Is(token, "SELECT"u8) || scanner.Is(token, "WITH"u8)) && (token.Depth == 0 || scanner.IsSymbol(before, '('));
            if (selects && scanner.IsSymbol(token, '(') && scanner.Is(before, "input"u8))
            {
                (callStart, argumentsStart, callDepth) = (before.Start, token.End, token.Depth);
            }
            else if (argumentsStart > 0 && input is null && scanner.IsSymbol(token, ')') && token.Depth == callDepth)
            {
                (input, arguments) = (callStart..token.End, argumentsStart..token.Start);
            }
        }

        if (!complete)
        {
            return null;
        }

        return selects
            ? new Statement(input is null ? StatementKind.Other : StatementKind.InsertFromInput, text, Format: null, text.Length)
            {
                InputCall = input ?? default,
                InputArguments = arguments ?? default,
            }
            : new Statement(StatementKind.InsertRows, text, Format: null, text.Length);
    }

    private static Statement WithFormat(ReadOnlyMemory<byte> text, int formatStart, Token name, Range? input, Range? arguments)
    {
        var kind = input is null ? StatementKind.InsertRows : StatementKind.InsertFromInput;
        return new Statement(kind, text[..formatStart], Text(text, name), RowsStart(text.Span, name.End))
        {
            InputCall = input ?? default,
            InputArguments = arguments ?? default,
        };
    }

    // ClickHouse's rule: blanks and one line end after the format's name do not belong to the rows.
    private static int RowsStart(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length && text[position] is (byte)' ' or (byte)'\t' or (byte)'\f' or (byte)';')
        {
            position++;
        }

        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        return position < text.Length && text[position] == '\n' ? position + 1 : position;
    }

    private static string Text(ReadOnlyMemory<byte> text, Token token) => Encoding.UTF8.GetString(text.Span[token.Start..token.End]);
}
