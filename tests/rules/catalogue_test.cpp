// The compiled catalogue: every rule with its texts in both languages.
#include "rules/catalogue.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

TEST(Catalogue, IsSortedById) { EXPECT_TRUE(std::ranges::is_sorted(all_rules(), {}, &Rule::id)); }

TEST(Catalogue, FindsByIdAndByName) {
  const Rule* rule = find_rule("headers/hsts-missing");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->id, "headers/hsts-missing");
  EXPECT_EQ(find_rule("hsts-missing"), rule);
  EXPECT_EQ(find_rule("hsts"), nullptr);
}

TEST(Catalogue, NamesAreUniqueWithoutTheirGroup) {
  for (const Rule* rule : all_rules()) EXPECT_EQ(find_rule(rule->name()), rule) << rule->id;
}

TEST(Catalogue, TextsAreInBothLanguages) {
  for (const Rule* rule : all_rules()) {
    const Texts& en = texts(*rule, Language::en);
    const Texts& es = texts(*rule, Language::es);
    EXPECT_NE(en.title, es.title) << rule->id;
    EXPECT_NE(en.why, es.why) << rule->id;
    ASSERT_EQ(en.messages.size(), es.messages.size()) << rule->id;
    for (std::size_t i = 0; i < en.messages.size(); ++i)
      EXPECT_NE(en.messages[i].text, es.messages[i].text) << rule->id;
    EXPECT_TRUE(fix_summary(*rule, Language::es).ends_with('.')) << rule->id;
  }
}

TEST(Catalogue, MessagesAreFoundByKey) {
  const Rule& rule = *find_rule("hsts-missing");
  EXPECT_EQ(message(rule, Language::es, "missing"),
            "La página se sirve por HTTPS sin la cabecera Strict-Transport-Security.");
  EXPECT_EQ(message(rule, Language::en, "no-such-key"), "");
}

TEST(Catalogue, WcagCriteriaBringTheirClauses) {
  const References& references = find_rule("image-alt")->references;
  ASSERT_FALSE(references.en301549.empty());
  EXPECT_EQ(*references.en301549.begin(), "9.1.1.1");
  static_assert(is_wcag_criterion("2.5.8") && wcag_criterion("2.5.8")->en301549.empty(), "new in WCAG 2.2");
  static_assert(!is_wcag_criterion("4.1.1"), "gone from WCAG 2.2");
  static_assert(kWcagCriteria.size() == 86);
}

}  // namespace
}  // namespace veedor::rules
