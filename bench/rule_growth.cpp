#include "bench/rule_growth.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "bench/measure.h"
#include "rules/catalogue.h"

namespace veedor::bench {
namespace {

constexpr std::array kSizes = {1'000, 3'000, 10'000, 30'000, 100'000};
constexpr int kRuns = 3;
// Below this the clock and the caches decide, not the rule: a rule that takes less for the largest page has
// no growth to speak of.
constexpr double kTooShort = 0.0005;  // seconds
constexpr double kSteep = 1.2;

struct Kind {
  const char* name;
  std::string (*of)(const std::string& number);
  const char* before;
  const char* after;
};

// What has to be told apart has another name each time; every tenth is at fault, so that verdicts are made,
// too.
constexpr auto kKinds = std::to_array<Kind>({
    {"links",
     [](const std::string& n) {
       return "<li><a href=/p/" + n + (n.back() == '0' ? "></a>" : ">Page " + n + "</a>") + "</li>";
     },
     "<nav><ul>", "</ul></nav>"},
    {"links in text",
     [](const std::string& n) {
       return "<p>See <a href='#s" + n + "'>here</a> and <a href=/same>more</a></p>";
     },
     "<main>", "</main>"},
    {"fields",
     [](const std::string& n) {
       return (n.back() == '0' ? "<p>Name</p>" : "<label for=f" + n + ">Name " + n + "</label>") +
              "<input name=f" + n + " id=f" + n + ">";
     },
     "<form>", "<button>Send</button></form>"},
    {"radio buttons",
     [](const std::string& n) { return "<label><input type=radio name=r" + n + "> Yes " + n + "</label>"; },
     "<form>", "</form>"},
    {"ids",
     [](const std::string& n) {
       return "<p id=i" + n + " aria-labelledby=i" + n + ">Text</p><div id=i" + n + " role=group></div>";
     },
     "", ""},
    {"cells",
     [](const std::string& n) {
       return n.back() == '0'
                  ? "<tr><th id=h" + n + " scope=row>Row " + n + "</th><td headers=h" + n + ">1</td>"
                  : "<td>" + n + "</td>";
     },
     "<table>", "</table>"},
    {"cells of one row", [](const std::string& n) { return "<td>" + n + "</td>"; }, "<table><tr><th>Row</th>",
     "</table>"},
    {"headings",
     [](const std::string& n) {
       return n.back() == '0' ? "<h4></h4>" : "<h2>Section " + n + "</h2><p>Some words about it.</p>";
     },
     "<h1>Title</h1>", ""},
    {"paragraphs",
     [](const std::string& n) { return "<p style='color:#888'>Words " + n + " <b>bold</b></p>"; }, "", ""},
    {"images",
     [](const std::string& n) {
       return "<img src=" + n + ".png alt=" + (n.back() == '0' ? n + ".png" : "Map") + ">";
     },
     "", ""},
});

std::string page_of(const Kind& kind, int count) {
  std::string html = "<!doctype html><html lang=en><title>Growth</title><body>";
  html += kind.before;
  for (int i = 0; i < count; ++i) html += kind.of(std::to_string(i));
  return html + kind.after;
}

facts::Page parse(std::string source) {
  auto document = html::Document::parse(std::move(source),
                                        {.memory = std::size_t{2} << 30, .cpu = std::chrono::seconds(60)});
  if (!document) std::abort();  // the page is ours: a bug
  facts::Response response;
  response.requested = response.final_url = *url::Url::parse("http://localhost/");
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", "text/html; charset=utf-8");
  return facts::Page(std::move(response), *std::move(document), "utf-8");
}

using Points = std::vector<std::pair<double, double>>;

// A small page fits into the caches of a core, a large one does not: what is near is read several times as
// fast. `cold` empties these caches before each rule (not those that a processor's cores share, which may be
// larger than any page), so that more of what is left is the rule's own growth.
enum class Caches : bool { warm, cold };

void empty_caches(Seen& seen) {
  static std::vector<char> other(std::size_t{16} << 20);
  constexpr std::size_t kLine = 64;
  for (std::size_t i = 0; i < other.size(); i += kLine) seen.sum += static_cast<unsigned char>(++other[i]);
}

// Of each rule, on pages of one kind: its first run on a page that nobody else looks at later.
std::vector<Points> measure(const Kind& kind, const std::vector<const rules::Rule*>& all, Caches caches) {
  std::vector<Points> points(all.size());
  Seen seen;
  for (const int size : kSizes) {
    std::vector<std::vector<double>> seconds(all.size());
    for (int run = 0; run < kRuns; ++run) {
      const facts::Page page = parse(page_of(kind, size));
      warm(page, seen);
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (caches == Caches::cold) empty_caches(seen);
        const double start = cpu_seconds();
        seen.sum += std::get<rules::PageCheck>(all[i]->check)(page).size();
        seconds[i].push_back(cpu_seconds() - start);
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) points[i].emplace_back(size, median(std::move(seconds[i])));
  }
  return points;
}

// The windows and schemes that rules ask for.
constexpr auto kEnvironments = std::to_array<css::Environment>({
    {.scheme = css::ColourScheme::dark},
    {.width = 640, .height = 512},
    {.width = 320, .height = 256},
});
static_assert(kEnvironments.size() <= facts::Page::kEnvironments);

// Of elements that react: under the mouse, with the focus of the keyboard, and what they generate.
void style_states(const facts::Page& page, Seen& seen) {
  constexpr css::States kPointedAt{.hover = true};
  constexpr css::States kFocused{.focus = true, .focus_visible = true};
  const css::Styles& styles = page.styles();
  for (const html::Element element : page.document().elements()) {
    for (const css::States states : {kPointedAt, kFocused})
      seen.sum += static_cast<std::size_t>(styles.in_state(element, states).font_size());
    for (const css::PseudoElement part :
         {css::PseudoElement::before, css::PseudoElement::after, css::PseudoElement::placeholder})
      seen.sum += styles.of(element, part) != nullptr ? 1 : 0;
  }
}

void look_at_tree(const facts::Page& page, Seen& seen) {
  const a11y::Tree& tree = page.tree();
  name_all(tree, page.document(), seen);
  for (const html::Element element : page.document().elements()) {
    seen.sum += tree.is_in_sight(element) && !tree.is_excluded(element) ? 1 : 0;
    seen.sum += tree.is_tabbable(element) ? 1 : 0;
  }
  seen.sum += tree.texts_in_sight().size() + tree.with_role("link").size();
}

}  // namespace

std::vector<const rules::Rule*> wcag_page_rules() {
  std::vector<const rules::Rule*> out;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (rule->area == rules::Area::accessibility && rule->is_page_rule()) out.push_back(rule);
  }
  return out;
}

void warm(const facts::Page& page, Seen& seen) {
  style_all(page.styles(), seen);
  style_states(page, seen);
  for (const css::Environment& environment : kEnvironments) style_all(page.styles(environment), seen);
  look_at_tree(page, seen);
}

namespace {

void print_growth(Caches caches) {
  const std::vector<const rules::Rule*> all = wcag_page_rules();
  const char* const name = caches == Caches::cold ? "cold" : "warm";
  std::printf(
      "growth of each rule with 1,000 to 100,000 of a thing, caches %s (-: under %.1f ms for the most):\n",
      name, kTooShort * 1e3);
  std::printf("  %-40s", "");
  for (const Kind& kind : kKinds) std::printf(" %16s", kind.name);
  std::printf("\n");
  std::vector<std::vector<Points>> kinds;
  for (const Kind& kind : kKinds) kinds.push_back(measure(kind, all, caches));
  double highest = 0;
  std::string_view steepest;
  int steep = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::printf("  %-40s", std::string(all[i]->id).c_str());
    double highest_here = 0;
    for (const std::vector<Points>& kind : kinds) {
      const Points& points = kind[i];
      if (points.back().second < kTooShort) {
        std::printf(" %16s", "-");
        continue;
      }
      const double slope = exponent(points);
      highest_here = std::max(highest_here, slope);
      std::printf("  %5.2f (%5.1f ms)", slope, points.back().second * 1e3);
    }
    std::printf("\n");
    if (highest_here > highest) highest = highest_here, steepest = all[i]->id;
    if (highest_here > kSteep) ++steep;
  }
  std::printf("caches %s: highest exponent of a rule: %.2f (%s); rules above %.1f: %d\n", name, highest,
              std::string(steepest).c_str(), kSteep, steep);
}

}  // namespace

void print_rule_growth() {
  print_growth(Caches::warm);
  print_growth(Caches::cold);
}

}  // namespace veedor::bench
