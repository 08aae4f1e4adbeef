namespace PrivateDomainBI.Core.Time;

/// <summary>How long one period of a question is. Weeks start on Monday; months, quarters and years are calendar ones.</summary>
public enum Grain
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    All,
}
