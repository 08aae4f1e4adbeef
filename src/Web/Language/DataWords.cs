using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Language;

/// <summary>The texts for values that stand in the data: dimensions, channels, datasets, kinds of events, reasons.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        ["dimension:channel"] = new("渠道", "channel"),
        ["dimension:employee"] = new("员工", "employee"),
        ["dimension:region"] = new("大区", "region"),
        ["dimension:store"] = new("门店", "store"),
        ["dimension:dept"] = new("部门", "department"),
        ["dimension:team"] = new("小组", "team"),
        ["dimension:domain"] = new("成交域", "domain"),
        ["dimension:product_category"] = new("品类", "product category"),
        ["dimension:city"] = new("城市", "city"),
        ["dimension:campaign"] = new("活动", "campaign"),
        ["dimension:group"] = new("社群", "group"),
        ["dimension:group_type"] = new("社群类型", "group type"),
        ["dimension:touchpoint"] = new("触点", "touchpoint"),
        ["dimension:content"] = new("内容", "content"),
        ["dimension:survey"] = new("问卷类型", "kind of survey"),
        ["dimension:cost_type"] = new("花费类型", "type of cost"),
        ["dimension:tier"] = new("RFM 层级", "RFM tier"),
        ["segment:in"] = new("在分群内", "in the segment"),
        ["segment:out"] = new("不在分群内", "not in it"),
        ["tag:none"] = new("无此类标签", "no such tag"),
        ["tier:champion"] = new("重要价值（冠军）", "champions"),
        ["tier:promising"] = new("重要发展", "big spenders to develop"),
        ["tier:slipping"] = new("重要保持", "loyal, slipping away"),
        ["tier:lost_big"] = new("重要挽留", "big spenders, lost"),
        ["tier:regular"] = new("一般价值", "regulars, small baskets"),
        ["tier:recent"] = new("一般发展", "recent, small"),
        ["tier:fading"] = new("一般保持", "frequent once, small"),
        ["tier:dormant"] = new("一般挽留（沉睡）", "dormant"),
        ["tier:none"] = new("未购买", "not bought yet"),
        ["dimension:end_reason"] = new("断开原因", "reason of the end"),

        ["domain:private"] = new("私域", "Private"),
        ["domain:public"] = new("公域", "Public"),
        ["domain:offline"] = new("线下", "Offline"),
        ["domain:unknown"] = new("未知", "Unknown"),
        ["product_category:unknown"] = new("未知", "Unknown"),
        ["city:unknown"] = new("未知", "Unknown"),
        ["campaign:none"] = new("非活动", "No campaign"),
        ["group_type:flash"] = new("快闪群", "Flash"),
        ["group_type:experience"] = new("体验官群", "Experience"),
        ["group_type:vip"] = new("VIP 群", "VIP"),
        ["group_type:interest"] = new("兴趣群", "Interest"),
        ["group_type:store"] = new("门店群", "Store"),
        ["group_type:unknown"] = new("未知", "Unknown"),
        ["touchpoint:wecom_chat"] = new("企微单聊", "WeCom chat"),
        ["touchpoint:community"] = new("社群", "Group"),
        ["touchpoint:mini_program"] = new("小程序", "Mini program"),
        ["touchpoint:official_account"] = new("公众号", "Official account"),
        ["touchpoint:channel_video"] = new("视频号", "Channel video"),
        ["touchpoint:live"] = new("直播", "Live stream"),
        ["touchpoint:store"] = new("门店", "Store"),
        ["touchpoint:unknown"] = new("未知", "Unknown"),
        ["content:unknown"] = new("未知", "Unknown"),
        ["survey:csat"] = new("满意度", "Satisfaction"),
        ["survey:nps"] = new("推荐意愿", "Recommendation"),
        ["survey:ces"] = new("费力度", "Effort"),
        ["survey:unknown"] = new("未知", "Unknown"),
        ["cost_type:media"] = new("媒体", "Media"),
        ["cost_type:coupon"] = new("优惠券", "Coupons"),
        ["cost_type:gift"] = new("礼品", "Gifts"),
        ["cost_type:commission"] = new("佣金", "Commission"),
        ["cost_type:labour"] = new("人工", "Labour"),
        ["cost_type:tool"] = new("工具", "Tools"),
        ["end_reason:customer_deleted"] = new("客户删除", "Deleted by the customer"),
        ["end_reason:employee_deleted"] = new("员工删除", "Deleted by the employee"),
        ["end_reason:transferred"] = new("转接", "Transferred"),
        ["end_reason:departed"] = new("员工离职", "Employee left"),
        ["end_reason:unknown"] = new("未知或未断开", "Unknown, or still open"),

        ["channel:store_qr"] = new("门店扫码", "Store QR"),
        ["channel:parcel_card"] = new("包裹卡", "Parcel card"),
        ["channel:douyin"] = new("抖音", "Douyin"),
        ["channel:xiaohongshu"] = new("小红书", "Xiaohongshu"),
        ["channel:wechat_ads"] = new("朋友圈广告", "WeChat ads"),
        ["channel:referral"] = new("老客推荐", "Referral"),
        ["channel:live"] = new("直播", "Live"),
        ["channel:official_account"] = new("公众号", "Official account"),
        ["channel:community"] = new("社群", "Community"),
        ["channel:unknown"] = new("未知", "Unknown"),

        ["subject:pool"] = new("客户池", "Pool"),
        ["subject:retention"] = new("留存", "Retention"),
        ["subject:orders"] = new("转化与订单", "Conversion and orders"),
        ["subject:repurchase"] = new("复购", "Repurchase"),
        ["subject:campaigns"] = new("活动", "Campaigns"),
        ["subject:groups"] = new("社群", "Groups"),
        ["subject:activity"] = new("活跃", "Activity"),
        ["subject:value"] = new("用户价值", "Customer value"),
        ["subject:referral"] = new("老带新", "Referral"),
        ["subject:profile"] = new("资料", "Profile"),
        ["subject:voice"] = new("口碑与调研", "Reviews and surveys"),
        ["subject:content"] = new("内容", "Content"),
        ["subject:service"] = new("服务", "Service"),

        ["dataset:employees"] = new("员工", "employees"),
        ["dataset:org_units"] = new("组织", "org units"),
        ["dataset:channels"] = new("渠道", "channels"),
        ["dataset:groups"] = new("社群", "groups"),
        ["dataset:campaigns"] = new("活动", "campaigns"),
        ["dataset:customers"] = new("客户", "customers"),
        ["dataset:relations"] = new("好友关系", "relations"),
        ["dataset:ownership"] = new("归属", "ownership"),
        ["dataset:group_members"] = new("社群成员", "group members"),
        ["dataset:list_members"] = new("客户名单", "lists of customers"),
        ["dataset:campaign_audience"] = new("活动人群", "campaign audience"),
        ["dataset:events"] = new("行为", "events"),
        ["dataset:orders"] = new("订单", "orders"),
        ["dataset:rebuild"] = new("重算全部事实", "rebuild of all facts"),
        ["dataset:refunds"] = new("退款", "refunds"),
        ["dataset:reach"] = new("触达", "reach"),
        ["dataset:costs"] = new("费用", "costs"),
        ["dataset:targets"] = new("目标", "targets"),
        ["dataset:margin"] = new("毛利率（设置 Business:Margin）", "the margin (setting Business:Margin)"),
        ["dataset:campaigns/launch"] = new("上新活动（mechanic 为 launch）", "a campaign that is a launch"),
        ["dataset:campaigns/margin"] = new("填了毛利率的活动", "a campaign with its margin"),

        ["state:receiving"] = new("接收中", "receiving"),
        ["state:landed"] = new("已接收", "received"),
        ["state:planned"] = new("校验完", "checked"),
        ["state:applied"] = new("已写入", "written"),
        ["state:done"] = new("完成", "done"),
        ["state:failed"] = new("失败", "failed"),

        ["job:inbox"] = new("收件箱", "inbox"),
        ["job:weekly_report"] = new("周报", "weekly report"),
        ["outcome:done"] = new("完成", "done"),
        ["outcome:waiting"] = new("等待", "waiting"),
        ["outcome:failed"] = new("失败", "failed"),
        ["outcome:idle"] = new("无事", "idle"),

        ["entry:relation_started"] = new("成为好友", "Became contacts"),
        ["entry:relation_ended"] = new("关系结束", "Relation ended"),
        ["entry:order"] = new("下单", "Order"),
        ["entry:refund"] = new("退款", "Refund"),

        ["detail:customer_deleted"] = new("客户删除", "deleted by the customer"),
        ["detail:employee_deleted"] = new("员工删除", "deleted by the employee"),
        ["detail:transferred"] = new("转移", "transferred"),
        ["detail:departed"] = new("员工离职", "employee left"),
        ["detail:unknown"] = new("原因不明", "reason unknown"),
        ["detail:paid"] = new("已支付", "paid"),
        ["detail:closed"] = new("已关闭", "closed"),
        ["detail:test"] = new("测试单", "test order"),
        ["detail:return"] = new("退货退款", "returned"),
        ["detail:refund_only"] = new("仅退款", "refund only"),

        ["event:message_received"] = new("客户发来消息", "Message from the customer"),
        ["event:message_sent"] = new("员工发出消息", "Message to the customer"),
        ["event:group_message"] = new("群内发言", "Spoke in a group"),
        ["event:group_joined"] = new("加入群", "Joined a group"),
        ["event:group_left"] = new("退出群", "Left a group"),
        ["event:group_pushed"] = new("收到群推送", "Was sent something in a group"),
        ["event:follow_up_logged"] = new("员工跟进", "Followed up by the employee"),
        ["event:official_account_followed"] = new("关注公众号", "Followed the official account"),
        ["event:official_account_unfollowed"] = new("取关公众号", "Unfollowed the official account"),
        ["event:channel_video_shared"] = new("转发视频号", "Shared a channel video"),
        ["event:live_entered"] = new("进入直播", "Entered a live stream"),
        ["event:content_viewed"] = new("浏览内容", "Viewed content"),
        ["event:content_shared"] = new("转发内容", "Shared content"),
        ["event:content_delivered"] = new("收到内容", "Was sent content"),
        ["event:mini_program_viewed"] = new("打开小程序", "Opened the mini program"),
        ["event:store_visited"] = new("到店", "Visited a store"),
        ["event:appointment_booked"] = new("预约", "Booked an appointment"),
        ["event:appointment_visited"] = new("赴约", "Kept an appointment"),
        ["event:appointment_no_show"] = new("预约未到", "Missed an appointment"),
        ["event:profile_field_filled"] = new("补充资料", "Filled in the profile"),
        ["event:member_enrolled"] = new("入会", "Became a member"),
        ["event:campaign_participated"] = new("参与活动", "Took part in a campaign"),
        ["event:campaign_dispatched"] = new("收到活动", "Was sent a campaign"),
        ["event:referral_made"] = new("推荐好友", "Referred a friend"),
        ["event:referral_accepted"] = new("经推荐加入", "Came by a referral"),
        ["event:coupon_issued"] = new("收到优惠券", "Was given a coupon"),
        ["event:coupon_redeemed"] = new("核销优惠券", "Redeemed a coupon"),
        ["event:group_buy_opened"] = new("发起拼团", "Opened a group buy"),
        ["event:group_buy_completed"] = new("拼团成功", "Completed a group buy"),
        ["event:lottery_assisted"] = new("助力抽奖", "Helped in a lottery"),
        ["event:cart_added"] = new("加入购物车", "Added to cart"),
        ["event:order_placed"] = new("提交订单", "Placed an order"),
        ["event:item_returned"] = new("退货", "Returned goods"),
        ["event:item_exchanged"] = new("换货", "Exchanged goods"),
        ["event:review_submitted"] = new("评价", "Wrote a review"),
        ["event:survey_sent"] = new("收到问卷", "Was sent a survey"),
        ["event:survey_submitted"] = new("填写问卷", "Answered a survey"),
        ["event:feedback_submitted"] = new("反馈", "Gave feedback"),
        ["event:service_case_opened"] = new("咨询客服", "Asked for service"),
        ["event:service_case_closed"] = new("客服结案", "Service case closed"),
        ["event:ad_clicked"] = new("点击广告", "Clicked an ad"),
        ["event:tag_added"] = new("打标签", "Was tagged"),

        ["gender:male"] = new("男", "male"),
        ["gender:female"] = new("女", "female"),
        ["gender:m"] = new("男", "male"),
        ["gender:f"] = new("女", "female"),

        ["reason:required"] = new("缺少必填的值", "required"),
        ["reason:bad_customer"] = new("客户要写成 命名空间:值，两部分都要有", "bad_customer"),
        ["reason:unknown_type"] = new("没有这种行为类型", "unknown_type"),
        ["reason:unknown_value"] = new("不是这里允许的值", "unknown_value"),
        ["reason:not_a_time"] = new("时间要写成 yyyy-MM-dd HH:mm:ss 或 ISO 8601", "not_a_time"),
        ["reason:not_a_date"] = new("日期要写成 yyyy-MM-dd", "not_a_date"),
        ["reason:before_1970"] = new("时间早于 1970 年", "before_1970"),
        ["reason:in_the_future"] = new("时间晚于加载时刻一天以上", "in_the_future"),
        ["reason:ends_before_it_starts"] = new("结束早于开始", "ends_before_it_starts"),
        ["reason:not_a_number"] = new("数字只写数字和小数点", "not_a_number"),
        ["reason:negative"] = new("数值小于零", "negative"),
        ["reason:more_than_two_places"] = new("金额最多两位小数", "more_than_two_places"),
        ["reason:more_than_four_places"] = new("最多四位小数", "more_than_four_places"),
        ["reason:not_a_yes_or_no"] = new("只能写 true 或 false", "not_a_yes_or_no"),
        ["reason:not_json"] = new("不是 JSON 对象", "not_json"),
        ["reason:not_a_share"] = new("比例要在 0 到 1 之间", "not_a_share"),
        ["reason:not_whole"] = new("人数要写整数", "not_whole"),
        ["reason:not_a_period"] = new("期间要写成 2026、2026-11、2026-Q4 或 2026-W46", "not_a_period"),
        ["reason:its_own_parent"] = new("上级是它自己", "its_own_parent"),
        ["reason:too_many_values"] = new("值比表头的列多", "too_many_values"),
        ["reason:unclosed_quote"] = new("引号没有闭合", "unclosed_quote"),
        ["reason:text_after_quote"] = new("引号闭合后还有文字", "text_after_quote"),
        ["reason:row_too_long"] = new("一行超过 1 MB", "row_too_long"),

        ["field:joined_day"] = new("加入日", "joined"),
        ["field:first_purchase_day"] = new("首购日", "first purchase"),
        ["field:second_purchase_day"] = new("再购日", "second purchase"),
        ["field:paid_day"] = new("支付日", "paid"),
        ["field:moved_day"] = new("发生日", "day"),
        ["field:amount"] = new("金额", "amount"),
        ["field:kind"] = new("类型", "kind"),
        ["field:score"] = new("得分", "score"),
        ["field:scale"] = new("满分", "of"),
        ["field:survey"] = new("问卷", "survey"),
        ["field:content"] = new("内容", "content"),
        ["field:minutes"] = new("分钟", "minutes"),
        ["field:reviewed_day"] = new("评价日", "reviewed"),
        ["field:asked_day"] = new("送达日", "asked"),
        ["field:answered_day"] = new("回答日", "answered"),
        ["field:delivered_day"] = new("送达日", "delivered"),
        ["field:viewed_day"] = new("浏览日", "viewed"),
        ["field:shared_day"] = new("转发日", "shared"),
        ["field:booked_day"] = new("预约日", "booked"),
        ["field:outcome_day"] = new("结果日", "outcome"),
        ["field:wrote_day"] = new("发言日", "wrote"),
        ["field:happened_day"] = new("发生日", "day"),
    };

    public static Text Dimension(string name) =>
        CustomerDimensions.SegmentOf(name) is { } segment ? new Text($"分群 {segment}", $"segment {segment}")
        : CustomerDimensions.CategoryOf(name) is { } category ? new Text($"标签：{category}", $"tag {category}")
        : Or("dimension:" + name, name);

    /// <summary>The name of a member whose id is one of a few known words; null for all others.</summary>
    public static Text? Member(string dimension, string id) => Known.GetValueOrDefault($"{KindOf(dimension)}:{id}");

    // segment:NAME and tag:CATEGORY each have their members in common.
    private static string KindOf(string dimension) => dimension.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? dimension[..at] : dimension;

    public static Text Subject(string name) => Or("subject:" + name, name);

    /// <summary>A dataset, or one type of event: <c>events/member_enrolled</c>.</summary>
    public static Text Dataset(string name) => name.StartsWith("events/", StringComparison.Ordinal)
        ? Or("event:" + name["events/".Length..], name)
        : Or("dataset:" + name, name);

    public static Text BatchState(string name) => Or("state:" + name, name);

    public static Text Job(string name) => Or("job:" + name.Replace('-', '_'), name);

    public static Text Outcome(string name) => Or("outcome:" + name.ToLowerInvariant(), name);

    public static Text Event(string type) => Or("event:" + type, type);

    public static Text Entry(string kind) => Or("entry:" + kind, kind);

    public static Text Detail(string detail) => Or("detail:" + detail, detail);

    public static Text Gender(string gender) => Or("gender:" + gender.ToLowerInvariant(), gender);

    public static Text Field(string name) => Or("field:" + name, name);

    public static Text OwnerRule(Owner owner) => owner switch
    {
        Owner.Acquirer => new("按首位添加人", "by first employee"),
        Owner.Now => new("按现归属", "by owner now"),
        Owner.AtEvent => new("按当时归属", "by owner then"),
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, message: null),
    };

    public static Text OwnerName(Owner owner) => owner switch
    {
        Owner.Acquirer => new("首位添加人", "First added by"),
        Owner.Now => new("现归属", "Owner now"),
        Owner.AtEvent => new("当时归属", "Owner then"),
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, message: null),
    };

    /// <summary>A problem with a question, in plain words; the code is the API's, and so is the English.</summary>
    public static Text Problem(QuestionProblem problem) => new(
        problem.Code switch
        {
            "unknown_parameter" => "有不认识的参数",
            "unknown_metric" => "没有这个指标",
            "unknown_dimension" or "bad_filter" => "筛选或拆分的维度不认识",
            "unknown_segment" => "没有这个分群",
            "dimension_not_offered" => "这个指标不能按这个维度筛选或拆分",
            "unknown_grain" => "粒度不认识",
            "unknown_owner" or "owner_not_offered" => "这个指标不能按这种归属看",
            "unknown_comparison" => "对比方式不认识",
            "bad_date" => "日期要写成 2026-11-01 的样子",
            "empty_range" => "开始日期要早于结束日期",
            "range_too_long" => "按日最多看三年，请选更粗的粒度",
            "bad_limit" or "unknown_order" or "repeated_parameter" => "排序或行数写得不对",
            "as_of_beyond_data" => "截至日超出了数据完整日",
            _ => "这部分读不懂",
        },
        problem.Message);

    /// <summary>Why a row was refused: a code word, a colon, and what it means in English.</summary>
    public static Text Reason(string reason)
    {
        var at = reason.IndexOf(": ", StringComparison.Ordinal);
        var english = at < 0 ? reason : reason[(at + 2)..];
        return new Text(Known.GetValueOrDefault("reason:" + (at < 0 ? reason : reason[..at]))?.Zh ?? english, english);
    }

    public static Text Part(CellPart part) => part switch
    {
        CellPart.Numerator => Customers.Numerator,
        CellPart.Denominator => Customers.Denominator,
        CellPart.Immature => Customers.Immature,
        CellPart.Excluded => Customers.Excluded,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    public static Text GrainName(Grain grain) => grain switch
    {
        Grain.Day => new("日", "day"),
        Grain.Week => new("周", "week"),
        Grain.Month => new("月", "month"),
        Grain.Quarter => new("季度", "quarter"),
        Grain.Year => new("年", "year"),
        _ => new("合计", "whole range"),
    };

    public static Text ByPeriod(Grain grain) => grain switch
    {
        Grain.Day => new("按日", "by day"),
        Grain.Week => new("按周", "by week"),
        Grain.Month => new("按月", "by month"),
        Grain.Quarter => new("按季度", "by quarter"),
        Grain.Year => new("按年", "by year"),
        _ => new("合计", "in all"),
    };

    /// <summary>The last {0} periods of a grain.</summary>
    public static Text Last(Grain grain) => grain switch
    {
        Grain.Day => new("近 {0} 日", "last {0} days"),
        Grain.Week => new("近 {0} 周", "last {0} weeks"),
        Grain.Month => new("近 {0} 个月", "last {0} months"),
        Grain.Quarter => new("近 {0} 个季度", "last {0} quarters"),
        _ => new("近 {0} 年", "last {0} years"),
    };

    public static Text Previous(Grain grain) => grain switch
    {
        Grain.Day => new("前一日", "day before"),
        Grain.Week => new("上周", "week before"),
        Grain.Month => new("上月", "month before"),
        Grain.Quarter => new("上季", "quarter before"),
        Grain.Year => new("上年", "year before"),
        _ => new("前期", "before"),
    };

    public static Text Direction(string direction) => direction switch
    {
        "up" => Metrics.UpGood,
        "down" => Metrics.DownGood,
        _ => Metrics.NoGood,
    };

    private static Text Or(string key, string otherwise) => Known.GetValueOrDefault(key) ?? new Text(otherwise, otherwise);
}
