using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Tests.Metrics;

namespace PrivateDomainBI.Core.Tests.Segments;

public sealed class CustomerDimensionsTests
{
    [Theory]
    [InlineData("channel:a:b", "channel", "a:b")]
    [InlineData("segment:vips", "segment:vips", "in")]
    [InlineData("segment:vips:out", "segment:vips", "out")]
    [InlineData("tag:肤质:干皮", "tag:肤质", "干皮")]
    [InlineData("tag:a:b:c", "tag:a", "b:c")]
    [InlineData("tier:champion", "tier", "champion")]
    public void Split_TakesAFilterApart(string filter, string dimension, string value) =>
        CustomerDimensions.Split(filter).ShouldBe((dimension, value));

    [Theory]
    [InlineData("channel"), InlineData(":x"), InlineData(""), InlineData("tag:skin")]
    public void Split_WhatIsNoFilter_IsRefused(string filter) => CustomerDimensions.Split(filter).ShouldBeNull();

    [Theory]
    [InlineData("by", "segment:vips", null)]
    [InlineData("by", "tier", null)]
    [InlineData("by", "tag:skin,tag:mood", "one_tag_category")]
    [InlineData("by", "segment:", "unknown_dimension")]
    [InlineData("by", "segment:Bad Name", "unknown_dimension")]
    [InlineData("filter", "segment:vips:maybe", "bad_filter")]
    [InlineData("filter", "tier:gold", "bad_filter")]
    [InlineData("filter", "tag:skin", "bad_filter")]
    public void Reader_OfDimensionsOfCustomers_AcceptsOrSaysWhy(string parameter, string value, string? code) =>
        Problems("new_customers", parameter, value).Select(problem => problem.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void Reader_OfCosts_RefusesWhatIsTheCustomers() =>
        Problems("cost_per_add", "filter", "segment:vips").Single().Code.ShouldBe("dimension_not_offered");

    private static IReadOnlyList<QuestionProblem> Problems(string metric, string parameter, string value) =>
        MetricRequestReader.Read(RepositoryFiles.Catalog, metric, [KeyValuePair.Create(parameter, value)], new DateOnly(2026, 1, 1)).Problems;
}
