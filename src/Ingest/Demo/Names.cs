namespace PrivateDomainBI.Ingest.Demo;

// Invented people and places: names are combined from short lists, and phone numbers begin with 169 or 168,
// segments no carrier has been given, so that none can belong to anyone.
internal static class Names
{
    private const long PhoneNumbers = 100_000_000;

    private const string Surnames = "林陈黄郑谢许沈韩冯蒋苏叶魏潘汪田姜范钟姚谭陆金石戴夏邱方侯邹熊白孟秦邵龙万钱汤尹黎易常武乔贺赖龚文";
    private const string GivenFirst = "子雨思佳欣若诗梦婉静语晓雅宛清乐可亦书锦安明嘉俊泽宇浩景逸星千知沐念";
    private const string GivenSecond = "涵桐琪怡萱彤妍宁薇瑶然悦晴岚溪月蓉珊菲敏轩宸辰博远恒阳航川凡言遥";
    private static readonly string[] Roads =
        ["梧桐路", "云栖里", "银杏街", "望湖广场", "南庭里", "青禾天地", "星河汇", "松风里", "海棠路", "锦里巷", "白鹭洲", "长亭街", "紫荆广场", "听雨巷", "枫林里"];

    public static string Person(Draw draw) =>
        draw.Chance(0.82)
            ? $"{Surnames[draw.Below(Surnames.Length)]}{GivenFirst[draw.Below(GivenFirst.Length)]}{GivenSecond[draw.Below(GivenSecond.Length)]}"
            : $"{Surnames[draw.Below(Surnames.Length)]}{GivenSecond[draw.Below(GivenSecond.Length)]}";

    public static string Store(string city, int numberInCity) =>
        $"{city}·{Roads[(city[0] + numberInCity) % Roads.Length]}{(numberInCity >= Roads.Length ? $"{numberInCity / Roads.Length + 1}" : "")}店";

    // 38,196,727 is prime to 10: no two customers share a number by accident.
    public static string Phone(long customer) => $"169{customer * 38_196_727 % PhoneNumbers:D8}";

    public static string StorePhone(int store) => $"168{store:D8}";
}
