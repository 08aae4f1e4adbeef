using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Language;

/// <summary>
/// Every text of the pages, in both languages, by page. A text without one of them does not compile; {0} are
/// places for values. Labels of metrics stand in their own files.
/// </summary>
internal static partial class Words
{
    public static readonly Text Product = new("私域经营台", "PrivateDomainBI");
    public static readonly Text Separator = new("；", "; ");
    public static readonly Text Unattributed = new("未归属", "Unattributed");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Apply = new("应用", "Apply");
    public static readonly Text Copy = new("复制", "Copy");
    public static readonly Text Copied = new("已复制", "Copied");
    public static readonly Text Search = new("搜索", "Search");

    public static class Nav
    {
        public static readonly Text Skip = new("跳到内容", "Skip to content");
        public static readonly Text Main = new("主导航", "Main navigation");
        public static readonly Text Overview = new("总览", "Overview");
        public static readonly Text Metrics = new("指标", "Metrics");
        public static readonly Text Employees = new("员工", "Employees");
        public static readonly Text Loads = new("数据", "Data");
        public static readonly Text Reports = new("报告", "Reports");
        public static readonly Text Settings = new("显示设置", "Display settings");
        public static readonly Text Theme = new("外观", "Appearance");
        public static readonly Text Light = new("浅色", "Light");
        public static readonly Text Dark = new("深色", "Dark");
        public static readonly Text Auto = new("跟随系统", "System");
        public static readonly Text Language = new("语言", "Language");
        public static readonly Text SearchHint = new("搜索指标、员工、客户（按 / ）", "Search metrics, employees, customers (press /)");
        public static readonly Text Previous = new("上一页", "Previous");
        public static readonly Text Next = new("下一页", "Next");
        public static readonly Text Paging = new("翻页", "Pages");
    }

    public static class Filter
    {
        public static readonly Text Title = new("筛选", "Filters");
        public static readonly Text Week = new("期间", "Week");
        public static readonly Text LatestWeek = new("最近完整周", "Latest full week");
        public static readonly Text PreviousWeek = new("上一周", "Previous week");
        public static readonly Text NextWeek = new("下一周", "Next week");
        public static readonly Text Channel = new("渠道", "Channel");
        public static readonly Text Org = new("组织", "Unit");
        public static readonly Text Owner = new("归属", "Owner");
        public static readonly Text OwnerDefault = new("按指标", "Default");
        public static readonly Text Grain = new("粒度", "Grain");
        public static readonly Text From = new("从", "From");
        public static readonly Text To = new("到（不含）", "To (excluded)");
        public static readonly Text By = new("拆分", "Split by");
        public static readonly Text NoSplit = new("不拆分", "No split");
        public static readonly Text Remove = new("移除筛选 {0}", "Remove filter {0}");
        public static readonly Text Clear = new("清除筛选", "Clear filters");
        public static readonly Text WholeCompany = new("全公司", "All");
    }

    public static class Kpi
    {
        public static readonly Text Title = new("关键指标", "Key figures");
        public static readonly Text Versus = new("{0} {1}", "{0} {1}");

        /// <summary>0 which earlier period was chosen, 1 its name.</summary>
        public static readonly Text Which = new("{0}（{1}）", "{0} ({1})");
        public static readonly Text Better = new("转好", "better");
        public static readonly Text Worse = new("转差", "worse");
        public static readonly Text Higher = new("上升", "up");
        public static readonly Text Lower = new("下降", "down");
        public static readonly Text Same = new("持平", "no change");
        public static readonly Text NoComparison = new("无可比数据", "nothing to compare with");
        public static readonly Text NoData = new("没有数据", "no data");
        public static readonly Text DataSince = new("数据从 {0} 开始", "the data begin on {0}");
        public static readonly Text Immature = new("{0} 位未成熟", "{0} not mature");
        public static readonly Text Provisional = new("暂估", "provisional");
        public static readonly Text NoLine = new("还没有可画的数据", "nothing to draw yet");
        public static readonly Text Line = new("从 {0} 到 {1}；最低 {2}，最高 {3}", "from {0} to {1}; lowest {2}, highest {3}");
        public static readonly Text Total = new("全期合计", "Whole range");
    }

    public static class Chart
    {
        public static readonly Text TitleBy = new("{0}，{1}", "{0} {1}");
        public static readonly Text TitleSplit = new("{0}，{1}、按{2}", "{0} {1}, by {2}");
        public static readonly Text ByDimension = new("按{0}", "by {0}");
        public static readonly Text Hollow = new("空心点：未完全成熟", "hollow point: not all mature");
        public static readonly Text Hatched = new("斜纹：未完全成熟或期间未结束", "hatched: not all mature, or the period is not over");
        public static readonly Text Dashed = new("虚线：期间未结束，暂估", "dashed: period not over, provisional");
        public static readonly Text Band = new("浅带：95% 区间", "band: 95% interval");
        public static readonly Text Earlier = new("灰线：{0}", "grey line: {0}");
        public static readonly Text Cut = new("纵轴从 {0} 起", "axis starts at {0}");
        public static readonly Text Dropped = new("画出最大的 {0} 个，其余 {1} 个见拆分表", "the largest {0} are drawn; {1} more in the breakdown");
        public static readonly Text RestInTable = new("只列前 {0} 个，共 {1} 个", "the first {0} of {1}");
        public static readonly Text Layers = new("各层相加等于合计", "layers add up to the whole");
        public static readonly Text Lines = new("空心点：未完全成熟；灰点：样本太少", "hollow: not all mature; grey: too few to judge");
        public static readonly Text Other = new("其他", "Other");
        public static readonly Text Interval = new("95% 区间 {0}–{1}", "95% interval {0}–{1}");
        public static readonly Text ImmatureUntil = new("{0} 位未成熟，{1} 全部成熟", "{0} not mature, all by {1}");
        public static readonly Text ImmatureCount = new("{0} 位未成熟", "{0} not mature");
        public static readonly Text Provisional = new("暂估：期间未结束", "provisional: period not over");
        public static readonly Text BeforeData = new("数据开始之前，不是零", "before the data begin, and not zero");
        public static readonly Text BeginsWithData = new("只含数据开始之后的天数", "only days since the data begin");
        public static readonly Text Small = new("样本少于 {0}，不作比较", "fewer than {0}: not to be ranked");
        public static readonly Text AsTable = new("以表格查看", "View as table");
        public static readonly Text Loading = new("图表加载中", "Loading chart");
        public static readonly Text NoScript = new("图表需要脚本；数字见下方表格。", "The chart needs scripts; the table below has the numbers.");
        public static readonly Text NotDrawn = new("图表没有画出来；数字见下方表格。", "The chart could not be drawn; the table below has the numbers.");
    }

    public static class Table
    {
        public static readonly Text Period = new("期间", "Period");
        public static readonly Text Interval = new("95% 区间", "95% interval");
        public static readonly Text Change = new("变化", "Change");
        public static readonly Text Counted = new("计入", "Counted");
        public static readonly Text Immature = new("未成熟", "Not mature");
        public static readonly Text SmallNote = new("灰色：样本少于 {0}，不作比较", "grey: fewer than {0}, not to be ranked");
        public static readonly Text Empty = new("没有符合条件的行。", "No rows match.");
        public static readonly Text More = new("共 {0} 行", "{0} rows");
        public static readonly Text Scroll = new("表格，可左右滚动", "table, scrolls sideways");
    }

    public static class Trust
    {
        public static readonly Text Title = new("数据可信度", "What the numbers rest on");
        public static readonly Text Complete = new("数据完整至 {0}", "Data complete through {0}");
        public static readonly Text Through = new("截至 {0}", "through {0}");
        public static readonly Text Since = new("数据从 {0} 开始", "data begin on {0}");
        public static readonly Text Credited = new("互动数据只到 {0}，其后订单的归属可能改变", "events only to {0}; credit for later orders may change");
        public static readonly Text Definition = new("口径 v{0}", "definition v{0}");
        public static readonly Text DataVersion = new("数据版本 {0}", "data version {0}");
        public static readonly Text Immature = new("{0} 位未成熟未计入", "{0} not mature, not counted");
        public static readonly Text Refused = new("{0} 行被隔离", "{0} rows quarantined");
        public static readonly Text Lagging = new("{0}只到 {1}", "{0} only to {1}");
        public static readonly Text Scope = new("范围：{0}", "scope: {0}");
        public static readonly Text Company = new("全公司", "whole company");
        public static readonly Text StaleAt = new("引擎离线，{0} 的结果", "engine away, as of {0}");
    }

    public static class Overview
    {
        public static readonly Text Title = new("总览 · {0}", "Overview · {0}");
        public static readonly Text Week = new("第 {0} 周", "week {0}");
        public static readonly Text Compared = new("{0}，对比上一周同期", "{0}, against the week before");
        public static readonly Text Broken = new("看板文件有问题，未显示的块：", "The dashboard file has problems; blocks left out:");
    }

    public static class FirstStart
    {
        public static readonly Text Title = new("还没有数据", "No data yet");
        public static readonly Text Lead = new("两条路，任选其一。装好后本页自动出现数字。", "Two ways to begin. The numbers appear here by themselves.");
        public static readonly Text DemoTitle = new("先看演示公司", "Look at the demo company");
        public static readonly Text DemoText = new("一家虚构品牌的 15 个月数据：门店、员工、渠道、订单。", "Fifteen months of an invented brand: stores, employees, channels, orders.");
        public static readonly Text OwnTitle = new("加载自己的文件", "Load your own file");
        public static readonly Text OwnText = new("CSV、JSON Lines 或 Parquet，可以是 .gz。先加载客户和关系，或只有订单也行。", "CSV, JSON Lines or Parquet, also .gz. Begin with customers and relations, or with orders alone.");
        public static readonly Text Inbox = new("也可以把文件放进 data/inbox/orders/，每分钟自动加载。", "Or put files into data/inbox/orders/; they are loaded every minute.");
        public static readonly Text Check = new("再看一次", "Check again");
    }

    public static class State
    {
        public static readonly Text Away = new("数据引擎正在恢复。页面显示的是 {0} 的结果。", "The data engine is coming back. What you see was computed at {0}.");
        public static readonly Text AwayTitle = new("数据引擎暂时离线", "The data engine is away");
        public static readonly Text AwayText = new("它会自动重启，通常在十秒内。稍后刷新即可；数据不会丢失。", "It restarts by itself, mostly within ten seconds. Reload shortly; no data are lost.");
        public static readonly Text AwayBlock = new("数据引擎暂时离线，稍后自动恢复。", "The data engine is away; it comes back by itself.");
        public static readonly Text Retry = new("重试", "Try again");
        public static readonly Text Home = new("回到总览", "Back to the overview");
        public static readonly Text Loading = new("正在计算", "Computing");
        public static readonly Text UnknownMetric = new("没有这个指标", "no such metric");
        public static readonly Text NotFoundTitle = new("没有这个页面", "There is no such page");
        public static readonly Text NotFoundText = new("地址可能写错，或它指向的客户、员工、指标不存在。", "The address may be wrong, or what it points to does not exist.");
        public static readonly Text ErrorTitle = new("出错了", "Something went wrong");
        public static readonly Text ErrorText = new("已经记录。重试若仍失败，请把下面的编号告诉管理员。", "It has been recorded. If trying again does not help, give your administrator this reference.");
        public static readonly Text Reference = new("编号 {0}", "Reference {0}");
        public static readonly Text BadTitle = new("这个请求读不懂", "This request cannot be read");
        public static readonly Text BadText = new("请从上一页重新进入。", "Please start again from the page before.");
        public static readonly Text DataTitle = new("没有这个指标所需的数据", "The data this metric needs are not loaded");
        public static readonly Text DataText = new("需要加载：{0}", "needs: {0}");
        public static readonly Text Asked = new("问题里有看不懂的部分，已按默认处理：", "Part of the question could not be read; defaults are used:");
    }

    public static class Metrics
    {
        public static readonly Text Title = new("指标目录", "Metrics");
        public static readonly Text Lead = new("{0} 个指标，每个都能打开到客户。", "{0} metrics, each opens down to its customers.");
        public static readonly Text SearchHint = new("按名称或说明筛选", "Filter by name or description");
        public static readonly Text None = new("没有匹配的指标。", "No metric matches.");
        public static readonly Text Definition = new("口径", "Definition");
        public static readonly Text Window = new("观察期", "Window");
        public static readonly Text WindowDays = new("{0} 天", "{0} d");
        public static readonly Text WindowAndSettle = new("{0} 天，另加 {1} 天结算", "{0} d, plus {1} d to settle");
        public static readonly Text WindowNone = new("无", "none");
        public static readonly Text Maturity = new("成熟规则", "Maturity");
        public static readonly Text MaturityText = new("分批日 + {0} 天 ≤ 数据完整日，才计入分子分母", "counted once cohort day + {0} d ≤ data complete through");
        public static readonly Text MaturityNone = new("随数据即时计入", "counted as the data arrive");
        public static readonly Text OwnerRule = new("归属规则", "Owner rule");
        public static readonly Text MinN = new("最小样本", "Smallest sample");
        public static readonly Text Version = new("版本", "Version");
        public static readonly Text Direction = new("方向", "Direction");
        public static readonly Text Needs = new("所需数据", "Data needed");
        public static readonly Text Name = new("名称", "Name");
        public static readonly Text Sql = new("这个数字的 SQL", "The SQL of these numbers");
        public static readonly Text SqlMeta = new("查询 {0}，{1} 毫秒", "query {0}, {1} ms");
        public static readonly Text Api = new("作为 API 调用", "As an API call");
        public static readonly Text CopyApi = new("复制 API 地址", "Copy as API call");
        public static readonly Text CopySql = new("复制 SQL", "Copy SQL");
        public static readonly Text OpenCustomers = new("看客户", "See the customers");
        public static readonly Text Trend = new("趋势", "Trend");
        public static readonly Text Breakdown = new("拆分", "Breakdown");
        public static readonly Text UpGood = new("越高越好", "higher is better");
        public static readonly Text DownGood = new("越低越好", "lower is better");
        public static readonly Text NoGood = new("不分好坏", "neither is better");
    }

    public static class Customers
    {
        public static readonly Text Title = new("{0}背后的客户", "Customers behind {0}");
        public static readonly Text OrdersTitle = new("{0}背后的订单", "Orders behind {0}");
        public static readonly Text Numerator = new("计入（分子）", "Counted (numerator)");
        public static readonly Text Denominator = new("全部（分母）", "All (denominator)");
        public static readonly Text Immature = new("未成熟", "Not mature");
        public static readonly Text Excluded = new("排除", "Excluded");
        public static readonly Text Counted = new("计入", "Counted");
        public static readonly Text Cell = new("这个格子", "This cell");
        public static readonly Text Customer = new("客户", "Customer");
        public static readonly Text Employee = new("员工", "Employee");
        public static readonly Text Channel = new("渠道", "Channel");
        public static readonly Text Order = new("订单", "Order");
        public static readonly Text Value = new("金额", "Amount");
        public static readonly Text Because = new("为什么", "Why");
        public static readonly Text Empty = new("这一类没有客户。", "Nobody is on this side.");
        public static readonly Text Range = new("第 {0}–{1} 条，共 {2} 条", "{0}–{1} of {2}");
        public static readonly Text Back = new("回到指标", "Back to the metric");
        public static readonly Text Parts = new("客户类别", "Sides of the cell");
    }

    public static class Employees
    {
        public static readonly Text Title = new("员工", "Employees");
        public static readonly Text Lead = new("近 13 周；需要观察期的指标取最近一段已成熟的 13 周。", "Last 13 weeks; metrics with a window use the latest 13 weeks that are mature.");
        public static readonly Text SearchHint = new("姓名或工号", "Name or id");
        public static readonly Text Name = new("员工", "Employee");
        public static readonly Text Place = new("所属", "Place");
        public static readonly Text None = new("没有匹配的员工。", "No employee matches.");
        public static readonly Text Left = new("已离职", "left");
        public static readonly Text Customers = new("她的客户", "Customers of hers");
        public static readonly Text CustomersOf = new("看 {0} 名下的客户", "Customers of {0}");
        public static readonly Text ByChannel = new("按渠道", "By channel");
        public static readonly Text Id = new("工号 {0}", "id {0}");
        public static readonly Text Months = new("按月；卡片为最近成熟的月份", "by month; cards show the latest mature month");
        public static readonly Text SortBy = new("按 {0} 排序", "Sort by {0}");
    }

    public static class Customer
    {
        public static readonly Text Title = new("客户", "Customer");
        public static readonly Text Profile = new("资料", "Profile");
        public static readonly Text Identity = new("身份", "Identity");
        public static readonly Text Name = new("姓名", "Name");
        public static readonly Text Phone = new("手机", "Phone");
        public static readonly Text Gender = new("性别", "Gender");
        public static readonly Text Birthday = new("生日（年月）", "Born (month)");
        public static readonly Text City = new("城市", "City");
        public static readonly Text Job = new("职业", "Job");
        public static readonly Text Tags = new("标签", "Tags");
        public static readonly Text Channel = new("来源渠道", "Channel");
        public static readonly Text Joined = new("加入", "Joined");
        public static readonly Text Acquirer = new("首位添加人", "First added by");
        public static readonly Text Owner = new("现归属", "Owner now");
        public static readonly Text Purchases = new("购买日", "Purchase days");
        public static readonly Text FirstPurchase = new("首购", "First purchase");
        public static readonly Text Owners = new("归属历史", "Owners");
        public static readonly Text Since = new("自 {0}", "since {0}");
        public static readonly Text Timeline = new("时间线", "Timeline");
        public static readonly Text Nothing = new("没有记录。", "Nothing recorded.");
        public static readonly Text Unknown = new("未知", "unknown");
        public static readonly Text Older = new("更早", "Older");
        public static readonly Text Newer = new("更近", "Newer");
        public static readonly Text Masked = new("姓名与手机按权限遮盖", "Name and phone are masked");
    }

    public static class Loads
    {
        public static readonly Text Title = new("数据加载", "Data loads");
        public static readonly Text Lead = new("每一批文件：读了多少，进了多少，拦下多少。", "Every batch of files: what was read, what went in, what was stopped.");
        public static readonly Text Completeness = new("数据完整至", "Complete through");
        public static readonly Text Batch = new("批次", "Batch");
        public static readonly Text Dataset = new("数据集", "Dataset");
        public static readonly Text Files = new("文件", "Files");
        public static readonly Text State = new("状态", "State");
        public static readonly Text Read = new("读取", "Read");
        public static readonly Text Loaded = new("加载", "Loaded");
        public static readonly Text Replaced = new("更新", "Replaced");
        public static readonly Text Duplicate = new("重复", "Duplicate");
        public static readonly Text Waiting = new("等待", "Waiting");
        public static readonly Text Quarantined = new("隔离", "Quarantined");
        public static readonly Text Seconds = new("用时", "Took");
        public static readonly Text SecondsValue = new("{0} 秒", "{0} s");
        public static readonly Text Started = new("开始", "Started");
        public static readonly Text None = new("还没有加载过。", "Nothing has been loaded yet.");
    }

    public static class Quarantine
    {
        public static readonly Text Title = new("隔离的行", "Quarantined rows");
        public static readonly Text Lead = new("这些行没有进入数据，其余照常。改好文件后重新加载即可。", "These rows are not in the data; the rest is. Correct the file and load it again.");
        public static readonly Text Where = new("位置", "Where");
        public static readonly Text Column = new("列", "Column");
        public static readonly Text Value = new("值", "Value");
        public static readonly Text Reason = new("原因", "Reason");
        public static readonly Text Rows = new("行数", "Rows");
        public static readonly Text None = new("没有被隔离的行。", "No row is quarantined.");
        public static readonly Text ByReason = new("按原因", "By reason");
        public static readonly Text AllDatasets = new("全部数据集", "All datasets");
        public static readonly Text Line = new("{0} 第 {1} 行", "{0} line {1}");
    }

    public static class Reports
    {
        public static readonly Text Title = new("周报", "Weekly reports");
        public static readonly Text Lead = new("每周一 08:00 自动生成，也可以现在生成。", "Written every Monday at 08:00, or now.");
        public static readonly Text Make = new("现在生成", "Make it now");
        public static readonly Text None = new("还没有周报。", "No report yet.");
        public static readonly Text Week = new("周", "Week");
        public static readonly Text Made = new("生成于", "Made");
        public static readonly Text Open = new("打开 PDF", "Open PDF");
        public static readonly Text Language = new("语言", "Language");
        public static readonly Text Chinese = new("中文", "Chinese");
        public static readonly Text English = new("英文", "English");
        public static readonly Text Pages = new("页数", "Pages");
        public static readonly Text Failed = new("没有生成", "Not made");
        public static readonly Text Runs = new("定时任务", "Scheduled work");
        public static readonly Text Job = new("任务", "Job");
        public static readonly Text Outcome = new("结果", "Outcome");
        public static readonly Text NoRuns = new("还没有运行记录。", "Nothing has run yet.");
    }

    public static class Found
    {
        public static readonly Text Title = new("搜索“{0}”", "Search for “{0}”");
        public static readonly Text None = new("没有找到。可以输入指标名、员工姓名或工号、客户身份。", "Nothing found. Try a metric, an employee's name or id, or a customer's identity.");
        public static readonly Text Empty = new("输入指标名、员工姓名或工号、客户身份。", "Type a metric, an employee's name or id, or a customer's identity.");
        public static readonly Text Customers = new("客户", "Customers");
    }
}
