using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Segments;

/// <summary>The texts of segments, tiers and tags, in both languages.</summary>
internal static class SegmentWords
{
    public static readonly Text Nav = new("分群", "Segments");
    public static readonly Text Title = new("客户分群", "Customer segments");
    public static readonly Text Lead = new(
        "按规则圈出的客户。每个分群都能筛选和拆分任何指标；人数按每次提问的数据日重新计算。",
        "Customers found by rules. Every segment can narrow and split any metric; who is in it is worked out anew for the day of each question.");
    public static readonly Text Segment = new("分群", "Segment");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Customers = new("客户数", "Customers");
    public static readonly Text InPool = new("在池中", "In the pool");
    public static readonly Text Share = new("占用户池", "Share of the pool");
    public static readonly Text Definition = new("定义", "Definition");
    public static readonly Text Rules = new("规则", "Rules");
    public static readonly Text Version = new("版本", "Version");
    public static readonly Text Versions = new("历史版本", "Versions");
    public static readonly Text Saved = new("保存于", "Saved");
    public static readonly Text Origin = new("来源", "Origin");
    public static readonly Text OfFile = new("文件 segments/{0}.yaml", "file segments/{0}.yaml");
    public static readonly Text OfPeople = new("在页面或接口中保存", "saved on a page or by the API");
    public static readonly Text AsOf = new("截至 {0}", "as known at the end of {0}");
    public static readonly Text NoSize = new("还没有数据", "no data yet");
    public static readonly Text ToldLast = new("按最近登记的情况（不随截至日变化）：{0}", "as told last, whatever day one asks from: {0}");
    public static readonly Text New = new("新建分群", "New segment");
    public static readonly Text Edit = new("修改", "Change");
    public static readonly Text Copy = new("以此新建", "New from this");
    public static readonly Text Retire = new("停用", "Take out of use");
    public static readonly Text Retired = new("已停用", "out of use");
    public static readonly Text InUse = new("使用中", "in use");
    public static readonly Text Former = new("旧版本", "former");
    public static readonly Text WhoIsIn = new("分群中的客户", "Who is in it");
    public static readonly Text Nobody = new("没有符合规则的客户。", "No customer fulfils the rules.");
    public static readonly Text Joined = new("加入日", "Joined");
    public static readonly Text Yes = new("是", "yes");
    public static readonly Text No = new("否", "no");
    public static readonly Text Metrics = new("用于指标", "Use in metrics");
    public static readonly Text WriteTitle = new("编写分群", "Write a segment");
    public static readonly Text WriteLead = new(
        "一个名称加一段 YAML 规则。写的时候会检查每一行，并数出符合的客户；保存后，每次修改都是一个新版本。",
        "A name and rules in YAML. Each line is checked as you write, and those who fulfil the rules are counted; once saved, every change is a new version.");
    public static readonly Text Name = new("名称（用于地址）", "Name (used in addresses)");
    public static readonly Text NameHint = new("小写字母、数字和下划线，例如 vip_birthday", "a-z, 0-9 and _, such as vip_birthday");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Check = new("检查", "Check");
    public static readonly Text Problems = new("还不能保存：", "It cannot be saved yet:");
    public static readonly Text Line = new("第 {0} 行：{1}", "line {0}: {1}");
    public static readonly Text Good = new("可以保存。", "It can be saved.");
    public static readonly Text Found = new("符合规则的客户 {0} 位，其中 {1} 位在池中，占用户池 {2}。", "{0} customers fulfil the rules, {1} of them in the pool: {2} of it.");
    public static readonly Text WhatCanBeAsked = new("可用的规则", "What can be asked");
    public static readonly Text Combine = new("all（全部满足）、any（满足任一）、not（不满足）可以相互嵌套。未登记的信息不满足任何规则，因此满足它的 not。", "all, any and not go into each other. What is not known fulfils no rule, and so fulfils the 'not' of it.");
    public static readonly Text BrokenFiles = new("有问题的分群文件", "Segment files with problems");
    public static readonly Text Refused = new("这个问题无法回答", "The question cannot be answered");
    public static readonly Text NoSegment = new("不限分群", "Everyone");
    public static readonly Text BySegment = new("分群：{0}", "segment {0}");
    public static readonly Text Overlap = new("一位客户可同属几个标签：各项之和会超过合计", "a customer can have several tags: the slices come to more than the whole");
    public static readonly Text UsedVersion = new("分群“{0}”v{1}", "segment “{0}” v{1}");

    /// <summary>A starting point that reads, holds somebody in any company, and shows how rules go together.</summary>
    public const string Example = """
        label: { zh: 高价值近期未购, en: Valuable and quiet }
        doc: { zh: 买过两次以上、最近 30 天没有购买的在池客户, en: "In the pool, bought twice or more, but not within the last 30 days" }
        rules:
          all:
            - in_pool: true
            - purchases: { at_least: 2 }
            - last_purchase: { more_than: 30 }
            - not: { tags: [羊毛党] }
        """;

    /// <summary>How each rule is written.</summary>
    public static readonly IReadOnlyList<string> Examples =
    [
        "channel: [douyin, referral]", "city: [上海, 杭州]", "gender: female", "age: { at_least: 18, at_most: 59 }", "birthday: { within: 15 }",
        "tags: [高潜, '肤质:干皮']", "tags: { all: [高潜, '肤质:干皮'] }", "tags: { category: 肤质 }", "member: true", "joined: { within: 30 }",
        "first_purchase: { within: 90 }", "last_purchase: { more_than: 180 }", "purchases: { at_least: 2, within: 365 }", "spent: { at_least: 1000, within: 90 }",
        "active: { within: 60 }", "active_days: { at_least: 8, within: 90 }", "missed_appointment: { within: 15 }", "in_pool: true", "in_group: [vip]",
        "has_phone: true", "referred: true", "referrer: ['wecom:A1']", "referrals: { at_least: 1 }", "tier: [champion, slipping]", "list: guests",
    ];

    /// <summary>What a rule asks about when it asks whether it happened within some days.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Happenings = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["joined"] = new("最近 {0} 天内加入", "joined within the last {0} days"),
        ["first_purchase"] = new("最近 {0} 天内首次购买", "first bought within the last {0} days"),
        ["last_purchase"] = new("最近 {0} 天内买过", "bought within the last {0} days"),
        ["active"] = new("最近 {0} 天内有主动行为", "did something within the last {0} days"),
        ["missed_appointment"] = new("最近 {0} 天内预约、此后未到店", "booked within the last {0} days and has not visited since"),
        ["birthday"] = new("生日在 {0} 天内（含当天）", "has a birthday today or within {0} days"),
    };

    /// <summary>What a rule asks about, as it stands in a sentence.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Traits = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["channel"] = new("渠道", "channel"),
        ["city"] = new("城市", "city"),
        ["gender"] = new("性别", "gender"),
        ["age"] = new("年龄", "age"),
        ["birthday"] = new("生日", "birthday"),
        ["tags"] = new("标签", "tags"),
        ["member"] = new("会员", "a member"),
        ["joined"] = new("加入", "joined"),
        ["first_purchase"] = new("首次购买", "first bought"),
        ["last_purchase"] = new("最近一次购买", "last bought"),
        ["purchases"] = new("购买次数", "purchases"),
        ["spent"] = new("净消费（元）", "money spent"),
        ["active"] = new("最近一次主动行为", "last did something"),
        ["active_days"] = new("主动行为天数", "days of activity"),
        ["missed_appointment"] = new("预约后一直未到店", "booked without a visit since,"),
        ["in_pool"] = new("在用户池中", "in the pool"),
        ["in_group"] = new("在社群中", "in a group"),
        ["has_phone"] = new("有有效手机号", "has a valid phone number"),
        ["referred"] = new("由其他客户带来", "brought by another customer"),
        ["referrer"] = new("推荐人", "referrer"),
        ["referrals"] = new("带来的客户数", "customers brought"),
        ["tier"] = new("RFM 层级", "tier"),
        ["list"] = new("名单", "list"),
    };

    /// <summary>The name of a dimension that is the customer's, once the segments in sight are known; of others what <see cref="Words.Dimension"/> says.</summary>
    public static Text Dimension(string name, IEnumerable<(string Name, Text Label)> segments)
    {
        if (CustomerDimensions.SegmentOf(name) is { } segment)
        {
            var label = segments.FirstOrDefault(known => known.Name == segment).Label ?? new Text(segment, segment);
            return new Text(string.Format(System.Globalization.CultureInfo.InvariantCulture, BySegment.Zh, label.Zh), string.Format(System.Globalization.CultureInfo.InvariantCulture, BySegment.En, label.En));
        }

        return Words.Dimension(name);
    }

    public static Text Dimension(string name, MetricResult result) => Dimension(name, (result.Segments ?? []).Select(used => (used.Name, used.Label)));
}
