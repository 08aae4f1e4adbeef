using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PrivateDomainBI.Core.Yaml;

/// <summary>
/// A YAML mapping read key by key. Everything wrong — a missing key, a wrong kind of value, a key nobody
/// asked for — is gathered as a problem with its line in the file, so that all of it can be reported at once.
/// </summary>
public sealed class YamlMap
{
    private readonly string _file;
    private readonly int _lineOffset;
    private readonly YamlMappingNode _node;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _asked = [];

    private YamlMap(string file, int lineOffset, YamlMappingNode node, List<Problem> problems)
    {
        _file = file;
        _lineOffset = lineOffset;
        _node = node;
        _problems = problems;
    }

    public int Line => LineOf(_node);

    /// <summary>The line on which the value of a key begins; that of the mapping when there is no such key.</summary>
    public int LineAt(string key) => LineOf(Find(key) ?? _node);

    /// <summary>Reads a YAML document; <paramref name="lineOffset"/> is added to every line reported. Null when it is no mapping.</summary>
    public static YamlMap? Read(string file, string yaml, int lineOffset, List<Problem> problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            problems.Add(new Problem(file, (int)wrong.Start.Line + lineOffset, $"not valid YAML: {wrong.Message}"));
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            return new YamlMap(file, lineOffset, root, problems);
        problems.Add(stream.Documents.Count > 1
            ? new Problem(file, (int)stream.Documents[1].RootNode.Start.Line + lineOffset, "one document stands in a file, so '---' is out of place")
            : new Problem(file, 1 + lineOffset, "expected keys and values"));
        return null;
    }

    public IReadOnlyList<string> Keys => [.. _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    public bool Has(string key) => Find(key) is not null;

    /// <summary>True when a text stands there, of these if any are given.</summary>
    public bool IsText(string key, params ReadOnlySpan<string> accepted) =>
        Find(key) is YamlScalarNode { Value: { } text } && (accepted.IsEmpty || accepted.Contains(text));

    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    public string? Text(string key, bool required = false) => Find(key) switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        null => Missing(key, required),
        var other => Wrong(other, key, "a text"),
    };

    public int? Whole(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(Find(key)!, key, "a whole number");
        return null;
    }

    /// <summary>A whole number within bounds, both included.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (Whole(key) is not { } number)
            return null;
        if (number >= least && number <= most)
            return number;
        Wrong(Find(key)!, key, string.Create(CultureInfo.InvariantCulture, $"between {least} and {most}"));
        return null;
    }

    /// <summary>A number with a decimal point or without.</summary>
    public decimal? Number(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(Find(key)!, key, "a number");
        return null;
    }

    public string OneOf(string key, string otherwise, params ReadOnlySpan<string> accepted)
    {
        if (Text(key) is not { } text)
            return otherwise;
        foreach (var one in accepted)
        {
            if (one == text)
                return text;
        }

        Wrong(Find(key)!, key, "one of " + string.Join(", ", accepted!));
        return otherwise;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return [text];
            case YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 }):
                return [.. list.Children.Cast<YamlScalarNode>().Select(item => item.Value!)];
            case var other:
                Wrong(other, key, "a list of words");
                return [];
        }
    }

    public YamlMap? Map(string key, bool required = false)
    {
        switch (Find(key))
        {
            case YamlMappingNode map:
                return new YamlMap(_file, _lineOffset, map, _problems);
            case null:
                Missing(key, required);
                return null;
            case var other:
                Wrong(other, key, "keys and values");
                return null;
        }
    }

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(item => item is YamlMappingNode):
                return [.. list.Children.Cast<YamlMappingNode>().Select(item => new YamlMap(_file, _lineOffset, item, _problems))];
            case var other:
                Wrong(other, key, "a list of blocks");
                return [];
        }
    }

    /// <summary>A text in both languages: { zh: …, en: … }.</summary>
    public Text? BothLanguages(string key, bool required = false)
    {
        if (Map(key, required) is not { } map)
            return null;
        var zh = map.Text("zh", required: true);
        var en = map.Text("en", required: true);
        // TRICKY: { en: Conversion, 7 days } is the text "Conversion" and a key "7 days"; a text with a comma needs quotes.
        map.RefuseOthers();
        return zh is null || en is null ? null : new Text(zh, en);
    }

    public void Problem(string key, string message) => Problem(LineOf(Find(key) ?? _node), message);

    /// <summary>Every key that was never asked for is a problem: a misspelt key must not be ignored.</summary>
    public void RefuseOthers()
    {
        foreach (var key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
                Problem(LineOf(key), Nearest.Unknown("key", key.ToString(), _asked));
        }
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string? Missing(string key, bool required)
    {
        if (required)
            Problem(Line, $"'{key}' is missing");
        return null;
    }

    private string? Wrong(YamlNode node, string key, string expected)
    {
        Problem(LineOf(node), $"'{key}' must be {expected}");
        return null;
    }

    private int LineOf(YamlNode node) => (int)node.Start.Line + _lineOffset;

    private void Problem(int line, string message) => _problems.Add(new Problem(_file, line, message));
}
