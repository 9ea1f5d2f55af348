// Which elements and texts an eye can find: each row is a page with an element id=x.
#include <string>

#include <gtest/gtest.h>

#include "tests/a11y/page.h"

namespace veedor::a11y {
namespace {

struct SightCase {
  std::string html;
  bool in_sight;
};

TEST(TreeSight, FollowsTheWaysOfHiding) {
  const SightCase cases[] = {
      {"<p id=x>a</p>", true},
      {"<p id=x hidden>a</p>", false},
      {"<p style='visibility:hidden'><b id=x>a</b></p>", false},
      {"<p style='visibility:hidden'><b id=x style='visibility:visible'>a</b></p>", true},
      {"<p style='opacity:0'><b id=x>a</b></p>", false},
      {"<p style='opacity:.1'><b id=x>a</b></p>", true},
      {"<p id=x style='position:absolute;left:-9999px'>a</p>", false},
      {"<p id=x style='position:relative;top:-999em'>a</p>", false},
      {"<p id=x style='left:-9999px'>a</p>", true},
      {"<p id=x style='position:absolute;left:-20px'>a</p>", true},
      {"<p id=x style='position:absolute;clip:rect(0,0,0,0)'>a</p>", false},
      {"<p id=x style='position:absolute;clip:rect(1px 1px 1px 1px)'>a</p>", false},
      {"<p id=x style='position:absolute;clip:rect(0,100px,100px,0)'>a</p>", true},
      {"<p id=x style='clip:rect(0,0,0,0)'>a</p>", true},
      {"<p id=x style='clip-path:inset(50%)'>a</p>", false},
      {"<p id=x style='clip-path:inset(10%)'>a</p>", true},
      {"<p id=x style='overflow:hidden;width:1px;height:1px'>a</p>", false},
      {"<p id=x style='overflow:hidden;height:0'>a</p>", false},
      {"<p id=x style='transform:scale(0)'>a</p>", false},
      {"<p id=x style='transform:scale(0.5)'>a</p>", true},
  };
  for (const SightCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_in_sight(page.x()), item.in_sight) << item.html;
  }
}

TEST(TreeSight, TextsAreThoseToRead) {
  const Page page(
      "<title>no</title><style>p{}</style><p>one <b>two</b> </p><p hidden>no</p><script>no</script>"
      "<p style='font-size:0'>no</p><p style='text-indent:-9999px'>no</p><p "
      "id=x>three</p><textarea>four</textarea>");
  std::string texts;
  for (const Tree::Text& text : page.tree().texts_in_sight()) texts += std::string(text.node.text()) + "|";
  EXPECT_EQ(texts, "one |two|three|four|");
}

TEST(TreeSight, ElementsByRole) {
  const Page page("<a href=/ id=x>a</a><a>b</a><p role=link>c</p><nav hidden><a href=/>d</a></nav>");
  EXPECT_EQ(page.tree().with_role("link").size(), 3U);
  EXPECT_EQ(page.tree().with_role("link")[0], page.x());
  EXPECT_EQ(page.tree().with_role("button").size(), 0U);
}

}  // namespace
}  // namespace veedor::a11y
