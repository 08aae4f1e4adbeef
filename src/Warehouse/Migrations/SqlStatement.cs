namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>One statement of a SQL file, and the line it begins on.</summary>
public sealed record SqlStatement(int Line, string Text);
