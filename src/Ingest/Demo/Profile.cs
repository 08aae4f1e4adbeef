using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// What is known of a customer by the last day: fields come one after another, more of them
// where the employee asks and the customer is willing, and some phone numbers are typed wrongly.
internal sealed class Profile(long seed, Period period, Ledger ledger)
{
    private static readonly string[] Jobs = ["上班族", "学生", "自由职业", "教师", "医护", "全职妈妈", "个体经营"];
    private static readonly string[] Incomes = ["5千以下", "5千-1万", "1万-2万", "2万以上"];
    private static readonly string[] Budgets = ["100以下", "100-300", "300-600", "600以上"];
    private static readonly string[] Preferences = ["补水", "抗皱", "美白", "祛痘", "敏感肌", "防晒", "彩妆"];
    private static readonly string[] Cities = ["上海", "北京", "广州", "深圳", "杭州", "成都", "武汉", "西安", "南京", "长沙", "青岛", "泉州"];
    private static readonly string[] WrongPhones = ["13800", "1690000000", "00000000000", "010-66660000", "12345678901", "无"];

    public void Of(Newcomer newcomer, Following following)
    {
        var draw = new Draw(seed, Aspect.Profile, newcomer.Number);
        var tells = newcomer.Channel.Tells * (0.65 + 0.7 * following.Acquirer.Diligence);
        var isOpen = draw.Chance(0.68 * tells);
        var asked = newcomer.Joined.Plus(draw.Chance(0.62) ? draw.SkewedBetween(60, 5400) : draw.SkewedBetween(3600, 30 * Moment.Day));
        var hasPhone = Fills("phone", 0.45);
        var hasBirthday = Fills("birthday", 0.22);
        var gender = draw.Chance(0.8) || Fills("gender", 0.3) ? draw.Chance(0.83) ? "女" : "男" : null;
        var hasCity = Fills("city", 0.5);
        ledger.Add(new CustomerRow(
            newcomer,
            following.Acquirer,
            draw.Chance(0.9) ? Names.Person(draw) : null,
            hasPhone ? Phone(newcomer, draw) : null,
            hasBirthday ? Birthday(draw) : null,
            gender,
            hasCity ? newcomer.Desk.StoreId is not null && draw.Chance(0.85) ? newcomer.Desk.City : draw.Pick(Cities) : null,
            draw.Chance(0.25 * tells) ? draw.Pick(Jobs) : null,
            draw.Chance(0.15 * tells) ? draw.Pick(Incomes) : null,
            draw.Chance(0.2 * tells) ? draw.Pick(Budgets) : null,
            draw.Chance(0.4 * tells) ? SomeOf(Preferences, draw) : null,
            Tags(newcomer, draw),
            draw.Chance(0.93)));

        // Most answers come on the one occasion when she is asked, some much later.
        bool Fills(string field, double alone)
        {
            if (!draw.Chance(isOpen ? 0.98 : alone * tells))
                return false;
            var at = asked.Plus(draw.Chance(0.85) ? draw.Between(5, 240) : draw.SkewedBetween(3, 60) * Moment.Day);
            if (!period.Contains(at) || following.HolderAt(at) is not { } employee)
                return false;
            ledger.Add(new EventRow(newcomer.Person, newcomer.Person.NextEvent(), "profile_field_filled", at, employee, Touchpoint: "wecom_chat", Props: Props.Field(field)));
            return true;
        }
    }

    // One store's own number is typed for customers who would not give theirs.
    private static string Phone(Newcomer newcomer, Draw draw) => draw.Weighted([0.945, 0.03, 0.02, 0.005]) switch
    {
        0 => Names.Phone(newcomer.Number),
        1 => "+86" + Names.Phone(newcomer.Number),
        2 => draw.Pick(WrongPhones),
        _ => Names.StorePhone(1),
    };

    private string Birthday(Draw draw) =>
        period.From.AddYears(-16 - draw.SkewedBetween(0, 50)).AddDays(-draw.Below(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Tags(Newcomer newcomer, Draw draw)
    {
        var tags = new List<string>();
        if (newcomer.Person.Loyalty > 2)
            tags.Add("高潜");
        if (newcomer.Person.IsBargainHunter && draw.Chance(0.5))
            tags.Add("羊毛党");
        if (draw.Chance(0.3))
            tags.Add("肤质:" + draw.Pick(["干皮", "油皮", "混合肌", "敏感肌"]));
        return tags.Count == 0 ? null : string.Join(';', tags);
    }

    private static string SomeOf(string[] items, Draw draw)
    {
        var (first, second) = (draw.Below(items.Length), draw.Below(items.Length));
        return first == second ? items[first] : $"{items[first]};{items[second]}";
    }
}
