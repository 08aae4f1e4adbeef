namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>
/// A parsed type name. An argument is a node too: a type, maybe with the name of its field (Tuple, Nested), or a
/// literal (a number, a text, a text with the number of an enum member). Source is the type as it was written.
/// </summary>
internal sealed record TypeNode(string Name, IReadOnlyList<TypeNode> Arguments, string? Field = null, long? EnumNumber = null, string Source = "");
