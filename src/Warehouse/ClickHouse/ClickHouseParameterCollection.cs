using System.Collections;
using System.Data.Common;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>The parameters of a command, by name. A parameter that the SQL does not mention is not sent.</summary>
public sealed class ClickHouseParameterCollection : DbParameterCollection
{
    private readonly List<ClickHouseParameter> _parameters = [];

    public override int Count => _parameters.Count;

    public override object SyncRoot => _parameters;

    public ClickHouseParameter Add(string name, object? value)
    {
        var parameter = new ClickHouseParameter(name, value);
        _parameters.Add(parameter);
        return parameter;
    }

    public ClickHouseParameter? Find(string name) => _parameters.Find(p => p.ParameterName == name);

    public override int Add(object value)
    {
        _parameters.Add((ClickHouseParameter)value);
        return _parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values)
            Add(value!);
    }

    public override void Clear() => _parameters.Clear();

    public override bool Contains(object value) => value is ClickHouseParameter parameter && _parameters.Contains(parameter);

    public override bool Contains(string value) => Find(value) is not null;

    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    public override int IndexOf(object value) => value is ClickHouseParameter parameter ? _parameters.IndexOf(parameter) : -1;

    public override int IndexOf(string parameterName) => _parameters.FindIndex(p => p.ParameterName == parameterName);

    public override void Insert(int index, object value) => _parameters.Insert(index, (ClickHouseParameter)value);

    public override void Remove(object value) => _parameters.Remove((ClickHouseParameter)value);

    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(Required(parameterName));

    protected override DbParameter GetParameter(int index) => _parameters[index];

    protected override DbParameter GetParameter(string parameterName) => _parameters[Required(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = (ClickHouseParameter)value;

    protected override void SetParameter(string parameterName, DbParameter value) => SetParameter(Required(parameterName), value);

    private int Required(string name) => IndexOf(name) is >= 0 and var index
        ? index
        : throw new KeyNotFoundException($"There is no parameter '{name}'.");
}
