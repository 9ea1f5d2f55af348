// Random selectors on random trees: the matcher agrees with the definitions, tried out one by one.
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/css/selector_page.h"

namespace veedor::css {
namespace {

// Matches by trying every element at every place, without any cleverness.
class Oracle {
 public:
  Oracle(const html::Document& document, const SelectorTable& table) : document_(document), table_(table) {}

  bool list(html::Element element, std::uint32_t list) const {
    for (std::uint32_t item : table_.items_of(list)) {
      if (complex(element, table_.complexes[item], 0, {})) return true;
    }
    return false;
  }

 private:
  static html::Element previous(html::Element element) {
    html::Element before;
    for (html::Element at = element.parent().first_child(); at && at != element; at = at.next_sibling())
      before = at;
    return element.parent() ? before : html::Element();
  }

  bool complex(html::Element element, const Complex& complex, std::size_t index, html::Element anchor) const {
    const auto compounds = table_.compounds_of(complex);
    if (index == compounds.size()) return element == anchor;
    for (const Simple& simple : table_.simples_of(compounds[index])) {
      if (!this->simple(element, simple)) return false;
    }
    const auto rest = [&](html::Element at) { return at && this->complex(at, complex, index + 1, anchor); };
    switch (compounds[index].combinator) {
      case Combinator::none:
        return true;
      case Combinator::child:
        return rest(element.parent());
      case Combinator::next_sibling:
        return rest(previous(element));
      case Combinator::descendant:
        for (html::Element at = element.parent(); at; at = at.parent()) {
          if (rest(at)) return true;
        }
        return false;
      case Combinator::subsequent_sibling:
        for (html::Element at = previous(element); at; at = previous(at)) {
          if (rest(at)) return true;
        }
        return false;
    }
    return false;
  }

  bool simple(html::Element element, const Simple& simple) const {
    switch (simple.kind) {
      case SimpleKind::tag:
        return element.tag() == simple.folded;
      case SimpleKind::class_:
        return element.has_class(simple.name);
      case SimpleKind::pseudo_class:
        return nth(element, simple);
      case SimpleKind::list:
        break;
      default:
        return true;
    }
    if (simple.pseudo == PseudoClass::not_) return !list(element, simple.list);
    if (simple.pseudo != PseudoClass::has) return list(element, simple.list);
    for (html::Element subject : document_.elements()) {
      for (std::uint32_t item : table_.items_of(simple.list)) {
        if (complex(subject, table_.complexes[item], 0, element)) return true;
      }
    }
    return false;
  }

  bool nth(html::Element element, const Simple& simple) const {
    const bool last =
        simple.pseudo == PseudoClass::nth_last_child || simple.pseudo == PseudoClass::nth_last_of_type;
    const bool of_type =
        simple.pseudo == PseudoClass::nth_of_type || simple.pseudo == PseudoClass::nth_last_of_type;
    const auto counts = [&](html::Element at) {
      if (of_type) return at.tag() == element.tag();
      return simple.list == 0 || list(at, simple.list);
    };
    if (!counts(element)) return false;
    int position = 1;
    for (html::Element at = last ? element.next_sibling() : previous(element); at;
         at = last ? at.next_sibling() : previous(at)) {
      if (counts(at)) ++position;
    }
    for (int n = 0; n < 100; ++n) {
      if (simple.step * n + simple.offset == position) return true;
    }
    return false;
  }

  const html::Document& document_;
  const SelectorTable& table_;
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned end) { return static_cast<unsigned>(engine_() % end); }

  std::string tree(unsigned elements) {
    std::string html;
    std::vector<std::string_view> open;
    for (unsigned i = 0; i < elements; ++i) {
      while (!open.empty() && below(5) < 2) {
        html += "</" + std::string(open.back()) + ">";
        open.pop_back();
      }
      constexpr std::array<std::string_view, 3> kTags{"div", "section", "nav"};
      open.push_back(kTags[below(3)]);
      html += "<" + std::string(open.back()) + " class='" + classes() + "'>";
    }
    return html;
  }

  std::string selector(int depth) {
    std::string text = compound(depth);
    for (unsigned more = below(5); more > 0; --more) {
      constexpr std::array<std::string_view, 5> kCombinators{" ", " ", " > ", " + ", " ~ "};
      text += std::string(kCombinators[below(5)]) + compound(depth);
    }
    return text;
  }

 private:
  std::string classes() {
    std::string text;
    for (char c : {'a', 'b', 'c'}) {
      if (below(3) == 0) text += std::string(1, c) + " ";
    }
    return text;
  }

  std::string compound(int depth) {
    constexpr std::array<std::string_view, 8> kSimples{"div", "section", "nav", ".a",
                                                       ".b",  ".c",      "*",   ".a.b"};
    std::string text(kSimples[below(8)]);
    if (depth == 0) return text;
    const std::string argument = [&] {
      std::string list = selector(depth - 1);
      if (below(3) == 0) list += ", " + selector(depth - 1);
      return list;
    }();
    const std::string formula =
        std::to_string(static_cast<int>(below(5)) - 2) + "n+" + std::to_string(below(4));
    switch (below(12)) {
      case 0:
        return text + ":not(" + argument + ")";
      case 1:
        return text + ":is(" + argument + ")";
      case 2:
      case 3: {
        constexpr std::array<std::string_view, 4> kLeading{"", "> ", "+ ", "~ "};
        return text + ":has(" + std::string(kLeading[below(4)]) + argument + ")";
      }
      case 4:
        return text + ":nth-child(" + formula + ")";
      case 5:
        return text + ":nth-last-child(" + formula + ")";
      case 6:
        return text + ":nth-of-type(" + formula + ")";
      case 7:
        return text + ":nth-last-of-type(" + formula + ")";
      case 8:
        return text + ":nth-child(" + formula + " of " + argument + ")";
      case 9:
        return text + ":nth-last-child(" + formula + " of " + argument + ")";
      default:
        return text;
    }
  }

  std::mt19937 engine_;
};

void compare(unsigned seed, int depth, unsigned elements) {
  Random random(seed);
  SelectorPage page("<!DOCTYPE html>" + random.tree(elements), 100'000'000);
  for (int i = 0; i < 40; ++i) {
    const std::string selector = random.selector(depth);
    const std::uint32_t list = page.list(selector);
    if (list == 0) continue;  // :has() within :has()
    const Oracle oracle(page.document(), page.table());
    // From the end or the beginning: what is remembered must not depend on the order of the questions.
    const auto elements_of_page = page.document().elements();
    for (std::size_t k = 0; k < elements_of_page.size(); ++k) {
      const html::Element element = elements_of_page[i % 2 == 0 ? k : elements_of_page.size() - 1 - k];
      ASSERT_EQ(matches_list(element, list, page.table(), page.context()), oracle.list(element, list))
          << selector << " on element " << element.index() << " of " << page.document().source();
    }
  }
  ASSERT_GT(page.steps(), 0U);
}

TEST(SelectorOracle, CombinatorsMatchAsDefined) {
  for (unsigned seed = 0; seed < 400; ++seed) compare(seed, 0, 4 + seed % 40);
}

TEST(SelectorOracle, FunctionsMatchAsDefined) {
  for (unsigned seed = 1000; seed < 1300; ++seed) compare(seed, 1, 4 + seed % 25);
}

TEST(SelectorOracle, NestedFunctionsMatchAsDefined) {
  for (unsigned seed = 2000; seed < 2100; ++seed) compare(seed, 2, 4 + seed % 12);
}

}  // namespace
}  // namespace veedor::css
