// Reads a sitemap in any of its forms; pugixml expands no entities beyond XML's five.
#include "scanner/crawl/sitemap.h"

#include <pugixml.hpp>

#include "scanner/base/text.h"
#include "scanner/crawl/gunzip.h"

namespace veedor::crawl {
namespace {

constexpr std::size_t kMaxTreeBytes = 96U << 20;

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// How much of `xml` may be parsed so that the tree stays under kMaxTreeBytes: "<a>" costs far more than its
// three bytes.
std::size_t affordable(std::string_view xml) {
  constexpr std::size_t kNode = 64;  // pugixml 1.13; an element with text is two
  constexpr std::size_t kAttribute = 40;
  std::size_t cost = 0;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    if (xml[i] == '<') cost += kNode;
    if (xml[i] == '=') cost += kAttribute;
    if (cost > kMaxTreeBytes) return i;
  }
  return xml.size();
}

// Collects entries up to the cap.
class Collector {
 public:
  explicit Collector(Sitemap& sitemap) : sitemap_(sitemap) {}
  void page(std::string_view loc) { add(sitemap_.pages, loc); }
  void nested(std::string_view loc) { add(sitemap_.sitemaps, loc); }
  bool full() const { return sitemap_.truncated && count_ >= kMaxSitemapEntries; }

 private:
  void add(std::vector<std::string>& list, std::string_view loc) {
    loc = trim(loc);
    if (loc.empty()) return;
    if (count_ >= kMaxSitemapEntries) {
      sitemap_.truncated = true;
      return;
    }
    list.emplace_back(loc);
    ++count_;
  }

  Sitemap& sitemap_;
  std::size_t count_ = 0;
};

std::string_view child_text(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child) == name) return child.text().get();
  }
  return {};
}

// Atom, RFC 4287 §4.2.7: a link without rel is an alternate.
void collect_atom_links(const pugi::xml_node& entry, Collector& out) {
  for (const pugi::xml_node& link : entry.children()) {
    const std::string_view rel = link.attribute("rel").as_string("alternate");
    if (local_name(link) == "link" && rel == "alternate") out.page(link.attribute("href").as_string());
  }
}

void collect_entry(const pugi::xml_node& entry, Collector& out) {
  const std::string_view name = local_name(entry);
  if (name == "url") out.page(child_text(entry, "loc"));
  if (name == "sitemap") out.nested(child_text(entry, "loc"));
  if (name == "item") out.page(child_text(entry, "link"));
  if (name == "entry") collect_atom_links(entry, out);
}

// The element whose children are the entries; null when this is no sitemap.
pugi::xml_node list_of(const pugi::xml_node& root) {
  const std::string_view name = local_name(root);
  if (name == "rss") {
    for (const pugi::xml_node& child : root.children()) {
      if (local_name(child) == "channel") return child;
    }
    return {};
  }
  const bool known = name == "urlset" || name == "sitemapindex" || name == "feed" || name == "RDF";
  return known ? root : pugi::xml_node{};
}

Result<Sitemap> parse_xml(std::string xml, bool cut) {
  Sitemap sitemap;
  const std::size_t size = affordable(xml);
  sitemap.truncated = cut || size < xml.size();
  pugi::xml_document document;
  const unsigned flags = pugi::parse_minimal | pugi::parse_escapes | pugi::parse_cdata;
  // A tree that breaks off is read up to there: pugixml keeps what it had.
  const pugi::xml_parse_result parsed = document.load_buffer_inplace(xml.data(), size, flags);

  const pugi::xml_node root = document.document_element();
  const pugi::xml_node list = list_of(root);
  if (!list) {
    if (root) return Error{"its root element is <" + shorten(printable(root.name()), 40) + ">"};
    return Error{std::string("it is not XML: ") + parsed.description()};
  }
  Collector collector(sitemap);
  for (const pugi::xml_node& entry : list.children()) {
    collect_entry(entry, collector);
    if (collector.full()) break;
  }
  return sitemap;
}

bool looks_like_url(std::string_view line) {
  return ascii_iequals(line.substr(0, 7), "http://") || ascii_iequals(line.substr(0, 8), "https://");
}

Result<Sitemap> parse_text(std::string_view text, bool cut) {
  Sitemap sitemap;
  sitemap.truncated = cut;
  Collector collector(sitemap);
  while (!text.empty() && !collector.full()) {
    const auto end = text.find_first_of("\r\n");
    const std::string_view line = trim(text.substr(0, end));
    if (!line.empty() && !looks_like_url(line)) {
      if (sitemap.pages.empty()) return Error{"it is neither XML nor a list of URLs"};
    } else {
      collector.page(line);
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  if (sitemap.pages.empty()) return Error{"it is empty"};
  return sitemap;
}

bool looks_like_xml(std::string_view bytes) {
  // UTF-16 with or without its mark is XML too: pugixml finds out which.
  return bytes.starts_with('<') || bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with(std::string_view("\0<", 2));
}

}  // namespace

Result<Sitemap> parse_sitemap(std::string_view body) {
  std::string text;
  bool cut = false;
  if (is_gzip(body)) {
    Gunzipped opened = gunzip(body, kMaxSitemapBytes);
    text = std::move(opened.bytes);
    cut = !opened.complete;
  } else {
    cut = body.size() > kMaxSitemapBytes;
    text = body.substr(0, kMaxSitemapBytes);
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return Error{"it is empty"};
  if (!looks_like_xml(std::string_view(text).substr(start))) return parse_text(text, cut);
  if (start > 0) text.erase(0, start);  // a declaration after white space is not well-formed, and common
  return parse_xml(std::move(text), cut);
}

}  // namespace veedor::crawl
