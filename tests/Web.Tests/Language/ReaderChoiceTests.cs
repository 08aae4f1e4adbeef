using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Tests.Language;

public sealed class ReaderChoiceTests
{
    [Theory]
    [InlineData("", "", "", "zh")]
    [InlineData("", "", "en-GB,en;q=0.9,zh;q=0.5", "en")]
    [InlineData("", "", "fr,zh;q=0.4,en;q=0.8", "en")]
    [InlineData("", "", "fr", "zh")]
    [InlineData("", "zh", "en", "zh")]
    [InlineData("en", "zh", "zh", "en")]
    [InlineData("klingon", "", "", "zh")]
    public void Of_AddressThenCookieThenBrowserThenChinese(string asked, string remembered, string accepted, string expected)
    {
        var context = new DefaultHttpContext();
        if (asked.Length > 0)
            context.Request.QueryString = new QueryString("?lang=" + asked);
        if (remembered.Length > 0)
            context.Request.Headers.Cookie = "lang=" + remembered;
        context.Request.Headers.AcceptLanguage = accepted;
        ReaderChoice.Of(context).Language.ShouldBe(expected);
    }

    [Fact]
    public void LinkWith_StaysOnThisSite_AndKeepsTheQuestion()
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "//evil.example/a";
        context.Request.QueryString = new QueryString("?filter=channel%3Adouyin&filter=store%3AS1&lang=zh");
        var link = ReaderChoice.LinkWith(context.Request, "lang", "en");
        link.ShouldEndWith("?filter=channel%3Adouyin&filter=store%3AS1&lang=en");
        link.ShouldNotStartWith("//");
    }
}
