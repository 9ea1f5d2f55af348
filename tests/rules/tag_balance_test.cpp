#include "rules/support/tag_balance.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

std::string faults(std::string_view source) {
  std::string out;
  for (const TagFault& fault : unbalanced_tags(source))
    out += (fault.end_tag ? "/" : "") + fault.tag + ":" + std::to_string(fault.line) + " ";
  return out;
}

TEST(TagBalance, FindsWhatDoesNotMatch) {
  EXPECT_EQ(faults("<div>a</span></div>"), "/span:1 ");
  EXPECT_EQ(faults("<main>\n<div><p>a</main>"), "div:2 ");
  EXPECT_EQ(faults("<b><i>a</b></i>"), "i:1 /i:1 ");
  EXPECT_EQ(faults("<a id=x /><p>a"), "a:1 ");
}

TEST(TagBalance, LeavesOutWhatHtmlAllows) {
  EXPECT_EQ(faults("<!doctype html><html><head><title><b></title><body><ul><li>a<li>b</ul><p>a<p>b"), "");
  EXPECT_EQ(faults("<p>a<div>b</div></p></br>"), "");
  EXPECT_EQ(faults("<IMG src='a>b'><A title=\"</b>\">a</a>"), "");
  EXPECT_EQ(faults("<!-- <b> --><script>'<b>'</script><style></i></style><?php <b ?>"), "");
  EXPECT_EQ(faults("<svg><path/><g><title>a</title></g><foreignObject><br></foreignObject></svg>"), "");
}

TEST(TagBalance, EndsWhereTheSourceEnds) {
  for (std::string_view source : {"<", "</", "<a", "<a href='", "<!--", "<script>", "<a b=\"c", "</a", "<!"})
    EXPECT_LE(unbalanced_tags(source).size(), 1U) << source;
}

}  // namespace
}  // namespace veedor::rules
