namespace PrivateDomainBI.Warehouse.ClickHouse.Binary;

/// <summary>The names and types that open a RowBinaryWithNamesAndTypes result.</summary>
internal sealed record ResultHead(string[] Names, string[] Types)
{
    /// <summary>Takes the head off the buffer once it is there whole; null before.</summary>
    public static ResultHead? TryRead(ResponseBuffer buffer)
    {
        var reader = new RowReader(buffer.Pending);
        if (!reader.TryReadLength(out var columns))
            return null;
        var whole = reader;
        for (var i = 0; i < columns * 2; i++)
        {
            if (!reader.TrySkipString())
                return null;
        }
        var head = new ResultHead(ReadStrings(ref whole, columns), ReadStrings(ref whole, columns));
        buffer.Consume(reader.Position);
        return head;
    }

    private static string[] ReadStrings(ref RowReader reader, int count)
    {
        var strings = new string[count];
        for (var i = 0; i < count; i++)
            strings[i] = System.Text.Encoding.UTF8.GetString(reader.TakeString());
        return strings;
    }
}
