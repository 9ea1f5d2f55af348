// The terminal summary: what is on it, how wide it is, and that nothing hostile gets through.
#include "scanner/base/text.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "reports/speech.h"
#include "reports/summary.h"
#include "reports/text/layout.h"
#include "reports/text/text_report.h"
#include "sample.h"

namespace veedor::reports {
namespace {

TEST(Layout, AccentsAreOneColumnAndIdeographsTwo) {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"", 0}, {"abc", 3}, {"página", 6}, {"✖ crítico", 9}, {"漢字", 4}, {"e\u0301", 1}, {"🙂", 2}};
  for (const auto& [text, width] : cases) EXPECT_EQ(display_width(text), width) << text;
  EXPECT_EQ(pad_right("año", 5), "año  ");
  EXPECT_EQ(pad_left("año", 5), "  año");
}

TEST(Layout, ClipsAndWrapsByColumns) {
  EXPECT_EQ(clip("información", 6), "infor…");
  EXPECT_EQ(clip("漢字漢字", 4), "漢…");
  EXPECT_EQ(clip("ok", 2), "ok");
  EXPECT_EQ(wrap("uno dos tres", 7), (std::vector<std::string>{"uno dos", "tres"}));
  EXPECT_EQ(wrap("abcdefghij", 4), (std::vector<std::string>{"abcd", "efgh", "ij"}));
  EXPECT_EQ(wrap("", 4), (std::vector<std::string>{""}));
  EXPECT_EQ(to_ascii("¿Qué? «año» ✖ · …"), "?Que? \"ano\" x - ~");
}

TEST(Text, TellsWhatMattersAboveTheFold) {
  const std::string text = write_text(sample::institution());
  const std::vector<std::string_view> lines = split(text, '\n');
  std::string fold;
  for (std::size_t i = 0; i < std::min<std::size_t>(28, lines.size()); ++i)
    fold.append(lines[i]).append("\n");
  for (const char* expected :
       {"https://www.example.org", "23 pages read · 1 broken link · 2 not read", "1 min 15 s", "Overall",
        "cap 59 for an open critical finding", "What to fix first", "✖ critical", "tls/certificate-expired",
        "1 host", "The certificate of www.example.org expired on", "https://www.example.org/",
        "Renew the certificate", "wcag/image-alt", "https://www.example.org/ · line 1", "5 rules decided"}) {
    EXPECT_NE(fold.find(expected), std::string::npos) << expected << "\n" << text;
  }
}

TEST(Text, TellsWhatWasNotTested) {
  const std::string text = write_text(sample::institution());
  for (const char* expected :
       {"robots.txt asks programs", "The answer took too long", "The limit of pages was reached",
        "What a machine cannot decide", "Profile wcag22-aa, 55 success criteria"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
  }
}

TEST(Text, TellsOfEachCriterionWhenVerbose) {
  TextOptions options;
  options.verbose = true;
  options.width = 200;
  const std::string text = write_text(sample::institution(Language::es), options);
  EXPECT_NE(text.find("Criterios de conformidad"), std::string::npos);
  EXPECT_NE(text.find("1.1.1   Contenido no textual · se incumple: wcag/image-alt"), std::string::npos)
      << text;
  EXPECT_EQ(text.find("Contraste (mejorado)"), std::string::npos);  // of level AAA
}

TEST(Text, TellsWhatWasJudgedWithoutAllStyles) {
  TextOptions wide;
  wide.width = 400;
  const std::string text = write_text(sample::institution(), wide);
  for (const char* expected : {"2 pages were judged without all of their style sheets",
                               "1 page was judged by only a part of its styles", "2 style sheets",
                               "--styles-from", "https://cdn.example/b.css", "1 style sheet", "slow.css"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
  }
  EXPECT_EQ(text.find("gone.css"), std::string::npos);  // browsers do without it as well
}

TEST(Text, SaysOnHowManyAreasTheGradeRests) {
  Report report = sample::institution(Language::es);
  EXPECT_EQ(write_text(report).find("áreas"), std::string::npos);
  std::erase_if(report.sites.front().scores.areas,
                [](const AreaScore& area) { return area.area != rules::Area::accessibility; });
  const std::string text = write_text(report);
  EXPECT_NE(text.find("se basa en 1 de 4 áreas"), std::string::npos) << text;
  EXPECT_NE(text.find("no analizada"), std::string::npos) << text;
}

TEST(Text, ShowsUpToThreeBrokenLinks) {
  Report report = sample::institution();
  for (int i = 0; i < 4; ++i) report.pages[static_cast<std::size_t>(i)].outcome = "http_error";
  for (int i = 0; i < 4; ++i) report.pages[static_cast<std::size_t>(i)].status = i == 0 ? 410 : 404;
  const std::vector<Unread> unread = unread_pages(report);
  EXPECT_EQ(unread.front().outcome, "broken_link");
  EXPECT_EQ(unread.front().examples.size(), 3U);
  EXPECT_NE(write_text(report).find("5 broken links The server has no such page"), std::string::npos);
}

TEST(Text, SpeaksSpanish) {
  const std::string text = write_text(sample::institution(Language::es));
  for (const char* expected : {"General", "Qué arreglar primero", "✖ crítico", "Qué no se analizó"})
    EXPECT_NE(text.find(expected), std::string::npos) << expected;
}

TEST(Text, EveryOutcomeHasItsSentence) {
  for (Language language : {Language::en, Language::es}) {
    for (int i = 0; i < facts::kOutcomeCount; ++i) {
      const std::string name(facts::name(static_cast<facts::Outcome>(i)));
      EXPECT_EQ(outcome_sentence(name, language).find(name + ")"), std::string::npos) << name;
      EXPECT_GT(outcome_sentence(name, language).size(), 10U);
    }
  }
  EXPECT_EQ(outcome_sentence("of_the_future", Language::en), "It could not be read (of_the_future).");
}

TEST(Text, NoLineIsTooWide) {
  for (std::size_t width : {60U, 80U, 100U, 160U}) {
    for (const Report& report :
         {sample::institution(), sample::institution(Language::es), sample::hostile()}) {
      const std::string text = write_text(report, {.verbose = true, .width = width});
      for (std::string_view line : split(text, '\n')) EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Text, ColourOnlyWhereWanted) {
  EXPECT_EQ(write_text(sample::institution()).find('\x1b'), std::string::npos);
  EXPECT_NE(write_text(sample::institution(), {.colour = true}).find("\x1b[1;31m✖ critical"),
            std::string::npos);
}

TEST(Text, AsciiOnlyWhereWanted) {
  const std::string text = write_text(sample::institution(Language::es), {.verbose = true, .ascii = true});
  for (char c : text) ASSERT_LT(static_cast<unsigned char>(c), 0x80);
}

TEST(Text, VerboseListsEveryFindingAndQuietOnlyTheGrade) {
  const Report report = sample::institution();
  const std::string text = write_text(report, {.verbose = true});
  for (const Finding& finding : report.findings) EXPECT_NE(text.find(finding.rule), std::string::npos);
  EXPECT_NE(text.find("line 1"), std::string::npos);
  std::set<std::string_view> named;
  const std::string all = text.substr(text.find("All findings"));
  for (const Finding& finding : report.findings) {
    if (!named.insert(finding.rule).second) continue;
    const std::size_t first = all.find(finding.rule);
    EXPECT_EQ(all.find(finding.rule, first + 1), std::string::npos) << finding.rule << " is not grouped";
  }
  const std::string quiet = write_text(report, {.quiet = true});
  EXPECT_EQ(std::ranges::count(quiet, '\n'), 1);
  EXPECT_NE(quiet.find("https://www.example.org"), std::string::npos);
}

TEST(Text, SeveralSitesGetARowEach) {
  Report report = sample::institution();
  report.sites.push_back(report.sites.front());
  report.sites.back().origin = "https://other.example.org";
  const std::string text = write_text(report);
  EXPECT_NE(text.find("│ https://other.example.org"), std::string::npos) << text;
  EXPECT_NE(text.find("worst area"), std::string::npos);
  EXPECT_NE(text.find("1 host · https://www.example.org ·"), std::string::npos) << text;
}

TEST(Text, HostileTextIsInert) {
  const std::string text = write_text(sample::hostile(), {.verbose = true});
  EXPECT_TRUE(is_valid_utf8(text));
  for (char c : text) ASSERT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_LT(text.size(), 400'000U);
}

TEST(Text, AnEmptyReportIsFine) {
  EXPECT_NE(write_text(assemble({}, {})).find("What to fix first"), std::string::npos);
}

}  // namespace
}  // namespace veedor::reports
