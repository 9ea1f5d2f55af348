// The HTML report: sound as a document, silent about nothing, and inert whatever a site sends.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "data/report_template.h"
#include "data/rule_template.h"
#include "reports/html/html_report.h"
#include "reports/html/markdown.h"
#include "reports/speech.h"
#include "rules/catalogue.h"
#include "rules/engine.h"
#include "sample.h"
#include "scanner/base/text.h"
#include "tls_sample.h"

namespace veedor::reports {
namespace {

TEST(Markdown, RendersItsSubsetAndEscapesTheRest) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"One\nparagraph.\n\nTwo.", "<p>One paragraph.</p>\n<p>Two.</p>\n"},
      {"- a\n- b\n  c", "<ul>\n<li>a</li>\n<li>b c</li>\n</ul>\n"},
      {"1. a\n2. b\n\nText", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>Text</p>\n"},
      {"Use `a<b>` and **strong** and *em*.",
       "<p>Use <code>a&lt;b&gt;</code> and <strong>strong</strong> and <em>em</em>.</p>\n"},
      {"```\n<b>\n  x & y\n```", "<pre tabindex=\"0\"><code>&lt;b&gt;\n  x &amp; y\n</code></pre>\n"},
      {"<script>x</script> [a](javascript:b)", "<p>&lt;script&gt;x&lt;/script&gt; [a](javascript:b)</p>\n"},
      {"2 * 3 ** 4 ` 5", "<p>2 * 3 ** 4 ` 5</p>\n"},
      {"```\nopen", "<pre tabindex=\"0\"><code>open\n</code></pre>\n"},
      {"", ""},
  };
  for (const auto& [text, html] : cases) EXPECT_EQ(markdown_to_html(text), html) << text;
}

html::Document parsed(const std::string& text) {
  Result<html::Document> document = html::Document::parse(text);
  EXPECT_TRUE(document.ok());
  return std::move(*document);
}

std::string_view attribute(html::Element element, std::string_view name) {
  return element.attribute(name).value_or("");
}

std::vector<Report> all_reports() {
  return {sample::institution(),     sample::institution(Language::es),
          sample::with_known_host(), sample::with_known_host(Language::es),
          sample::hostile(),         assemble({}, {})};
}

TEST(Html, EveryWordOfTheTemplatesExists) {
  for (std::string_view text : {data::report_template, data::rule_template}) {
    for (std::size_t at = text.find("{{t."); at != std::string_view::npos; at = text.find("{{t.", at + 1)) {
      const std::string_view key = text.substr(at + 4, text.find('}', at) - at - 4);
      EXPECT_TRUE(words::reports::find(key).has_value()) << key;
    }
  }
}

TEST(Html, LinksInsideTheReportLeadSomewhereAndIdsAreUnique) {
  for (const Report& report : {sample::institution(), sample::institution(Language::es),
                               sample::with_known_host(Language::es), assemble({}, {})}) {
    const html::Document document = parsed(write_html(report));
    std::set<std::string> ids;
    for (html::Element element : document.elements()) {
      const std::string_view id = attribute(element, "id");
      EXPECT_TRUE(id.empty() || ids.emplace(id).second) << id;
    }
    for (html::Element link : document.all("a")) {
      const std::string_view href = attribute(link, "href");
      EXPECT_TRUE(!href.starts_with("#") || ids.contains(std::string(href.substr(1)))) << href;
    }
  }
}

TEST(Html, NeedsNoNetworkAndNoScript) {
  for (const Report& report : all_reports()) {
    const html::Document document = parsed(write_html(report));
    for (const char* tag : {"script", "img", "link", "iframe", "object", "form", "base", "embed"})
      EXPECT_EQ(document.all(tag).size(), 0U) << tag;
    EXPECT_EQ(document.all("h1").size(), 1U);
    EXPECT_EQ(document.all("style").size(), 1U);
    for (html::Element element : document.elements()) EXPECT_EQ(attribute(element, "style"), "");
    for (html::Element link : document.all("a")) {
      const std::string_view href = attribute(link, "href");
      EXPECT_TRUE(href.starts_with("#") || href.starts_with("https://") || href.starts_with("http://"))
          << href;
    }
  }
}

TEST(Html, HostileTextIsInert) {
  const std::string text = write_html(sample::hostile());
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_EQ(text.find("href=\"javascript"), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  for (char c : text) ASSERT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  EXPECT_LT(text.size(), 400'000U);
}

TEST(Html, ShowsWhatIsNeededToActOnAFinding) {
  const Report report = sample::institution(Language::es);
  const std::string text = write_html(report);
  for (const char* expected :
       {"lang=\"es\"", "Tres cosas por hacer", "Qué no se analizó", "nginx", "A quién afecta",
        "Cómo se demuestra", "WCAG 1.1.1", "Understanding/non-text-content",
        "tope de 59 por un hallazgo crítico", "jquery", "TLS 1.3", "robots.txt pide"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected;
  }
  for (const Finding& finding : report.findings)
    EXPECT_NE(text.find("id=\"f-" + finding.id + "\""), std::string::npos);
}

TEST(Html, AreasWithoutRulesAreInTheGradeTable) {
  Report report = sample::institution();
  report.sites.front().scores.areas.resize(1);
  const std::string text = write_html(report);
  EXPECT_NE(text.find("rests on 1 of 4 areas"), std::string::npos);
  EXPECT_NE(text.find("<th scope=\"row\">Accessibility</th>"), std::string::npos);
  EXPECT_NE(text.find("<td>not tested</td><td class=\"number\">0</td>"), std::string::npos);
}

TEST(Html, AComponentHasOneRowWithItsPlaces) {
  Report report = sample::institution();
  std::vector<facts::Component>& components = report.sites.front().components;
  components.assign(3, components.front());
  components[1].location += "?second";
  components[2].version = "3.7.1";
  const std::string text = write_html(report);
  EXPECT_NE(text.find("<td>likely</td><td class=\"number\">2</td>"), std::string::npos);
  EXPECT_NE(text.find("<td>likely</td><td class=\"number\">1</td>"), std::string::npos);
  EXPECT_EQ(text.find("?second"), std::string::npos);
}

TEST(Html, FirstThingsShowMessageAndPlaceAndTheHeadingFits) {
  Report report = sample::institution();
  const auto first_box = [&] {
    const std::string text = write_html(report);
    const std::size_t at = text.find("<section id=\"first\"");
    return text.substr(at, text.find("</section>", at) - at);
  };
  EXPECT_NE(first_box().find("Three things to do"), std::string::npos);
  EXPECT_NE(first_box().find(report.findings.front().message), std::string::npos);
  EXPECT_NE(first_box().find("line 1</p>"), std::string::npos);
  report.findings.resize(1);
  EXPECT_NE(first_box().find("What to do first"), std::string::npos);
}

TEST(Html, OnlyAStatusThatSaysSomethingIsShown) {
  Report report = sample::institution();
  EXPECT_EQ(write_html(report).find(" · new"), std::string::npos);
  report.findings.front().status = "known";
  EXPECT_NE(write_html(report).find(" · known"), std::string::npos);
}

TEST(Html, StepsForTrainersAreAList) {
  const html::Document document = parsed(write_html(sample::institution()));
  int steps = 0;
  for (html::Element item : document.all("li"))
    steps += item.parent().is("ol") && !item.parent().has_class("first") ? 1 : 0;
  EXPECT_GE(steps, 3);
  EXPECT_EQ(document.source().find("aloud. 2. "), std::string::npos) << "steps run into one another";
}

TEST(Html, HasNoFindingItself) {
  for (const Report& report : all_reports()) {
    const std::string text = write_html(report);
    facts::Response response;
    response.requested = response.final_url = *url::Url::parse("https://www.example.org/veedor-report.html");
    response.outcome = facts::Outcome::read;
    response.status = 200;
    const facts::Page page(std::move(response), parsed(text), "UTF-8");
    for (const rules::Group& group : rules::judge(page).groups) {
      const rules::Rule& rule = *rules::all_rules()[group.rule];
      if (rule.area == rules::Area::headers) continue;  // the server's
      // The sites of the hostile report are all called the same, so the tables about them are, too.
      if (rule.id == "wcag/landmark-name-repeated" && text.find("drawkcab") != std::string::npos) continue;
      ADD_FAILURE() << rule.id << " " << group.cause << " " << group.occurrences.front().snippet;
    }
  }
}

}  // namespace
}  // namespace veedor::reports
