// Hostile pages: judging one with twice as much of something takes about twice as long, never four times.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "rules/engine.h"

namespace veedor::rules {
namespace {

constexpr int kFew = 10'000;
constexpr int kMany = 2 * kFew;
constexpr double kMaxRatio = 3.5;    // linear: 2; quadratic: 4
constexpr double kTooShort = 0.005;  // seconds: below, chance decides; quadratic growth takes far longer
constexpr int kTries = 3;            // the best counts: other programs only ever slow one down

std::string repeated(int count, const std::string& text) {
  std::string out;
  out.reserve(static_cast<std::size_t>(count) * text.size());
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

// '#' stands for the number of the copy.
std::string numbered(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    for (char c : text) c == '#' ? out += std::to_string(i) : out += c;
  }
  return out;
}

// Elements of which rules say nothing on a page with style sheets, and as many <link>s that are none.
std::string perhaps_hidden(int count, const std::string& element) {
  return repeated(count, "<link rel=icon>") + repeated(count, element);
}

struct Kind {
  const char* name;
  std::string (*html)(int count);
  void (*add_headers)(int count, facts::Headers& headers) = nullptr;
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

const Kind kKinds[] = {
    {"areas_and_images",
     [](int n) {
       return "<map name=m>" + repeated(n, "<area href=/>") + "</map>" + repeated(n, "<img alt=x usemap=#z>");
     }},
    {"links_and_icons", [](int n) { return perhaps_hidden(n, "<a class=hidden href=/></a>"); }},
    {"buttons", [](int n) { return perhaps_hidden(n, "<button class=hidden></button>"); }},
    {"headings", [](int n) { return perhaps_hidden(n, "<h2 class=hidden></h2>"); }},
    {"frames", [](int n) { return perhaps_hidden(n, "<iframe class=hidden src=a></iframe>"); }},
    {"fields", [](int n) { return perhaps_hidden(n, "<input class=hidden>"); }},
    {"image_buttons", [](int n) { return perhaps_hidden(n, "<input type=image class=hidden>"); }},
    {"menu_entries", [](int n) { return perhaps_hidden(n, "<p class=hidden role=menuitem></p>"); }},
    {"objects", [](int n) { return perhaps_hidden(n, "<object class=hidden data=a.png></object>"); }},
    {"drawings", [](int n) { return perhaps_hidden(n, "<svg class=hidden role=img></svg>"); }},
    {"summaries",
     [](int n) { return perhaps_hidden(n, "<details><summary class=hidden></summary></details>"); }},
    {"links_in_buttons",
     [](int n) { return perhaps_hidden(n, "<p role=button>x<i class=hidden tabindex=0></i></p>"); }},
    {"inputs_and_labels", [](int n) { return numbered(n, "<label for=i#>a</label><input id=i#>"); }},
    {"images_and_labels", [](int n) { return numbered(n, "<label for=i#>a</label><input id=i# role=img>"); }},
    {"references_to_one",
     [](int n) {
       return "<div id=big>" + repeated(n, "<b></b>") + "</div>" +
              repeated(n, "<img src=a aria-labelledby=big><button aria-labelledby=big></button>");
     }},
    {"references_in_a_chain",
     [](int n) { return numbered(n, "<p role=button id=r# aria-labelledby='r# r1#' aria-owns=r2#></p>"); }},
    {"late_summaries",
     [](int n) {
       return "<details>" + repeated(n, "<b></b>") + repeated(n, "<summary></summary>") + "</details>";
     }},
    {"fields_without_legend",
     [](int n) { return "<fieldset disabled>" + repeated(n, "<input autocomplete=x>") + "</fieldset>"; }},
    {"nested_headings",
     [](int n) { return repeated(n, "<div role=heading>") + "<b aria-hidden=true>text</b>"; }},
    {"nested_images",
     [](int n) { return repeated(n / 10, "<section role=x>") + repeated(n, "<img src=a>"); }},
    {"long_style",
     [](int n) { return "<div style='" + repeated(n, "color:red;") + "'>" + repeated(n, "<a href=/></a>"); }},
    {"long_class",
     [](int n) { return "<div class='" + numbered(n, "class# ") + "'>" + repeated(n, "<a href=/></a>"); }},
    {"long_role",
     [](int n) { return "<div role='" + numbered(n, "role# ") + "'>" + repeated(n, "<img src=a>"); }},
    {"long_aria_hidden",
     [](int n) { return "<div aria-hidden='" + repeated(n, "x ") + "'>" + repeated(n, "<a href=/></a>"); }},
    {"bases",
     [](int n) {
       return repeated(n, "<base>") + repeated(n, "<script src=http://a.example/a.js></script>");
     }},
    {"long_base",
     [](int n) {
       return "<base href='http://a.example/" + repeated(n, "folder") + "/'>" +
              repeated(n, "<img src=http://a.example/a.png alt=x>");
     }},
    {"sets",
     [](int n) {
       return "<img alt=x srcset='" + repeated(n, "https://a.example/a.png 1x, ") + "'>" +
              repeated(n, "<img alt=x srcset='http://a.example/a.png 1x'>");
     }},
    {"cookies", [](int) { return std::string("<p>x"); },
     [](int n, facts::Headers& headers) {
       for (int i = 0; i < n; ++i)
         headers.add("set-cookie", "session" + std::to_string(i) + "=" + std::to_string(i));
     }},
};

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

facts::Page page_of(const Kind& kind, int count) {
  constexpr html::Budget kAmple{.memory = std::size_t{1} << 30, .cpu = std::chrono::seconds(60)};
  facts::Response response;
  response.final_url = *url::Url::parse("https://example.org/");
  response.status = 200;
  response.headers.add("content-type", "text/html");
  if (kind.add_headers != nullptr) kind.add_headers(count, response.headers);
  auto document = html::Document::parse("<!doctype html><title>x</title><body>" + kind.html(count), kAmple);
  EXPECT_TRUE(document.ok());
  return {std::move(response), *std::move(document), "utf-8"};
}

double seconds_to_judge(const facts::Page& page) {
  const double before = thread_seconds();
  const Judgement judgement = judge(page);
  const double after = thread_seconds();
  EXPECT_FALSE(judgement.decisions.empty());
  return after - before;
}

class Growth : public testing::TestWithParam<Kind> {};

TEST_P(Growth, IsLinear) {
  const facts::Page small = page_of(GetParam(), kFew);
  const facts::Page large = page_of(GetParam(), kMany);
  double few = std::numeric_limits<double>::max();
  double many = few;
  double ratio = 0;
  for (int i = 0; i < kTries && (i == 0 || ratio >= kMaxRatio); ++i) {
    few = std::min(few, seconds_to_judge(small));
    many = std::min(many, seconds_to_judge(large));
    ratio = many / std::max(few, kTooShort);
  }
  RecordProperty("milliseconds", static_cast<int>(many * 1000));
  EXPECT_LT(ratio, kMaxRatio) << many << " s for " << kMany;
}

INSTANTIATE_TEST_SUITE_P(Pages, Growth, testing::ValuesIn(kKinds),
                         [](const auto& kind) { return std::string(kind.param.name); });

}  // namespace
}  // namespace veedor::rules
