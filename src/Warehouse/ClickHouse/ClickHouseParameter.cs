using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// A named value for a {name:Type} placeholder. The type that the SQL declares decides how it is written, so
/// <see cref="DbType"/> plays no part. Arrays, maps and tuples are passed whole.
/// </summary>
public sealed class ClickHouseParameter : DbParameter
{
    public ClickHouseParameter()
    {
    }

    public ClickHouseParameter(string name, object? value) => (ParameterName, Value) = (name, value);

    public override DbType DbType { get; set; } = DbType.Object;

    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;

    public override bool IsNullable { get; set; } = true;

    [AllowNull]
    public override string ParameterName { get => field; set => field = value ?? ""; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get => field; set => field = value ?? ""; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = DbType.Object;
}
