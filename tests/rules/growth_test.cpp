// Hostile pages: judging one with twice as much of something takes about twice as long, never four times.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <memory>
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
    {"clipped_and_scrolled",
     [](int n) {
       return repeated(n / 100,
                       repeated(100, "<div style='overflow:hidden;height:1em'>a few words of text ") +
                           repeated(100, "</div>")) +
              repeated(n / 100,
                       repeated(100, "<div style='overflow:auto;height:1em'>a few words<br>of text ") +
                           repeated(100, "</div>"));
     }},
    {"shown_by_hover",
     [](int n) {
       return "<style>ul ul{display:none}li:hover>ul{display:block}b:hover+i{display:block}i{display:none}"
              ".x::after{content:'some words'}</style>" +
              repeated(n, "<ul><li>a<ul><li>menu</ul><b>b</b><i>hint</i></ul><p class=x>a</p>");
     }},
    {"floats_and_boxes",
     [](int n) {
       return "<div>" + repeated(n, "<p style='float:right;width:9%'>ab<b style='float:right'>cd</b></p>") +
              "</div><div style='display:flex'>" + repeated(n, "<p style='order:1'>ab</p>") + "</div>";
     }},
    {"handlers",
     [](int n) {
       return repeated(n,
                       "<i onclick=a() class=close>x</i><button onblur=this.focus() onfocus=this.blur() "
                       "onmouseover=show() onmousedown=location=1 tabindex=1>x</button>");
     }},
    {"fixed_spacing",
     [](int n) {
       return repeated(
           n, "<p style='line-height:1!important;letter-spacing:0!important;width:9px'>some words</p>");
     }},
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
    {"lists_in_lists", [](int n) { return repeated(n, "<div role=list><div role=listitem>"); }},
    {"generics_in_a_list",
     [](int n) { return "<div role=list>" + repeated(n, "<div>") + "<b role=listitem aria-live=off>x</b>"; }},
    {"groups_in_a_menu",
     [](int n) {
       return "<div role=menu>" + repeated(n, "<p role=group>") + repeated(n, "<i role=option>");
     }},
    {"entries_owned",
     [](int n) {
       return "<div role=list aria-owns='" + numbered(n, "e# ") + "'></div>" +
              numbered(n, "<p id=e# role=listitem>x</p>");
     }},
    {"names_of_nothing",
     [](int n) {
       return "<p aria-labelledby='" + numbered(n, "a# ") + "'></p>" +
              numbered(n, "<i aria-label=x></i><b aria-labelledby='a# b#' aria-expanded=x aria-level=0></b>");
     }},
    {"links_in_links",
     [](int n) {
       return repeated(n, "<b role=link tabindex=0>") + repeated(n, "<i class=hidden tabindex=0>");
     }},
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
    {"cells_with_spans",
     [](int n) {
       return "<table>" + repeated(n / 10, "<tr>" + repeated(10, "<td colspan=999 rowspan=0>1")) + "</table>";
     }},
    {"tall_headers",
     [](int n) {
       return "<table><caption>x</caption>" + repeated(n / 2, "<tr><th rowspan=999>a<td>1") + "</table>";
     }},
    {"wide_rows",
     [](int n) { return "<table><tr>" + repeated(n, "<th>a") + "<tr>" + repeated(n, "<td>1") + "</table>"; }},
    {"small_tables", [](int n) { return repeated(n, "<table><tr><th>a<th>b<tr><td>1<td>2</table>"); }},
    {"nested_tables", [](int n) { return repeated(n / 10, "<table><tr><td>") + repeated(n, "<p>a"); }},
    {"grid_of_roles",
     [](int n) {
       return "<div role=grid>" +
              repeated(n, "<p role=row><b role=columnheader>a</b><b role=gridcell aria-colspan=300>1</b>") +
              "</div>";
     }},
    {"headers_and_ids",
     [](int n) { return "<table>" + numbered(n, "<tr><th id=h#>a<td headers='h# h1#'>1") + "</table>"; }},
    {"passages_of_languages",
     [](int n) { return repeated(n, "<p lang=fr>the end of the line is here</p>"); }},
    {"nested_languages",
     [](int n) {
       return repeated(n / 10, "<div lang=fr title='the end of it'>") + repeated(n, "<p>the end");
     }},
    {"quotations",
     [](int n) { return repeated(n, "<p>Es «the end of the line» y \"the end of the line\" es"); }},
    {"unbalanced_tags", [](int n) { return repeated(n / 100, "<i>") + repeated(n, "</b></p><u></s></u>"); }},
    {"lists_of_signs",
     [](int n) { return repeated(n, "<p>- a<br>- b<br>- c<br><br>text") + repeated(n, "<br>- a"); }},
    {"loose_items",
     [](int n) { return repeated(n, "<div><dt>a</dt><dd>b<ul><p>a</ul></dd></div><li>c</li>"); }},
    {"duplicate_ids", [](int n) { return numbered(n, "<p id=i#>a") + numbered(n, "<p id=i#>a"); }},
    {"directions",
     [](int n) { return repeated(n, "<p dir=rtl>one two three<b>الإعفاء الإلكتروني من التأشيرة</b>"); }},
    {"preformatted",
     [](int n) {
       return "<pre>" + repeated(n, "a     b     c\n") + "</pre>" + repeated(n, "<pre>a   b\n</pre>");
     }},
    {"links_of_one_name", [](int n) { return numbered(n, "<p><a href=/a?#>x</a></p>"); }},
    {"links_of_many_names", [](int n) { return numbered(n, "<a href=/a>x#</a><a href=/b>x#</a>"); }},
    {"links_to_places", [](int n) { return "<p>x<a href=/a>y</a>" + numbered(n, "<a href='#i#'>x</a>"); }},
    {"landmarks", [](int n) { return "<p>a<a href=/a>y</a>" + numbered(n, "<nav><h2>x#</h2></nav>"); }},
    {"nested_landmarks",
     [](int n) { return "<p>a</p><a href=/a>y</a>" + repeated(n / 10, "<section aria-label=a>") + "x"; }},
    {"players",
     [](int n) { return repeated(n, "<video src=/v.mp4 controls></video><audio src=/a autoplay></audio>"); }},
    {"sources",
     [](int n) {
       return "<video controls>" + repeated(n, "<source src=/v.mp4><track src=/t>") + "</video>";
     }},
    {"frames_of_one_name", [](int n) { return numbered(n, "<iframe title=x src=/a?#></iframe>"); }},
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

// Two pages of the site, so that rules compare what they can.
facts::Resources neighbours() {
  facts::Resources resources;
  for (const char* path : {"a", "b"}) {
    facts::Response answer;
    answer.final_url = *url::Url::parse(std::string("https://example.org/") + path);
    answer.outcome = facts::Outcome::read;
    answer.status = 200;
    answer.headers.add("content-type", "text/html");
    answer.body = std::string("<title>") + path + "</title><p>a<main><h1>" + path + "</h1>";
    resources.emplace(answer.final_url.href(),
                      std::make_shared<const facts::Resource>(facts::resource_of(answer, {})));
  }
  return resources;
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
  facts::Page page(std::move(response), *std::move(document), "utf-8");
  page.set_resources(neighbours());
  return page;
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
