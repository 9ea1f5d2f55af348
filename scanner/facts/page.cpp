// How a reference on a page becomes a URL, and when its styles are computed.
#include "scanner/facts/page.h"

namespace veedor::facts {

Page::Page(Response response, html::Document document, std::string encoding, Sheets sheets) {
  url::Url base = base_of(document, response.final_url);
  content_ = std::make_unique<Content>(Content{.response = std::move(response),
                                               .document = std::move(document),
                                               .encoding = std::move(encoding),
                                               .base = std::move(base),
                                               .sheets = std::move(sheets)});
}

Page::Page(Page page, Sheets sheets) : content_(std::move(page.content_)) {
  content_->shared.clear();
  content_->tree.reset();
  content_->own_content.reset();
  content_->own_content_known = false;
  content_->styles.clear();
  content_->gaps = {};
  content_->sheets = std::move(sheets);
}

Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;
Page::~Page() = default;

url::Url Page::base_of(const html::Document& document, const url::Url& url) {
  const std::string href = document.base_href();
  if (href.empty()) return url;
  // HTML Standard §4.2.3, "frozen base URL": a base that is no URL, or a data: or javascript: one, counts for
  // nothing.
  const Result<url::Url> base = url::Url::parse(href, url);
  const bool usable = base && base->scheme() != "data" && base->scheme() != "javascript";
  return usable ? *base : url;
}

Result<url::Url> Page::resolve(std::string_view reference) const {
  return url::Url::parse(reference, content_->base);
}

const Resource* Page::resource(std::string_view reference) const {
  if (content_->resources.empty()) return nullptr;
  const Result<url::Url> url = resolve(reference);
  if (!url) return nullptr;
  const auto found = content_->resources.find(url->without_fragment().href());
  return found == content_->resources.end() ? nullptr : found->second.get();
}

const css::Styles& Page::styles(const css::Environment& environment) const {
  auto& kept = content_->styles;
  if (kept.empty()) kept.push_back(compute({}));
  for (const auto& styles : kept) {
    if (styles->environment() == environment) return *styles;
  }
  if (kept.size() > kEnvironments) {
    content_->gaps.add(kept[1]->gaps());
    kept.erase(kept.begin() + 1);
  }
  kept.push_back(compute(environment));
  return *kept.back();
}

std::unique_ptr<const css::Styles> Page::compute(const css::Environment& environment) const {
  // The content stays where it is for as long as the styles live.
  const auto find = [content = content_.get()](std::string_view reference, std::string_view base) {
    return find_sheet(content->sheets, reference, base, content->base);
  };
  return std::make_unique<const css::Styles>(content_->document, find, environment);
}

const a11y::Tree& Page::tree() const {
  if (!content_->tree) content_->tree = std::make_unique<const a11y::Tree>(styles());
  return *content_->tree;
}

const std::vector<TextBlock>& Page::text_blocks() const {
  if (!content_->blocks) content_->blocks = facts::text_blocks(document().root());
  return *content_->blocks;
}

const std::vector<LinksOfOneName>& Page::links_of_one_name() const {
  if (!content_->links) content_->links = facts::links_of_one_name(document());
  return *content_->links;
}

const OwnContent* Page::own_content() const {
  if (!content_->own_content_known) {
    content_->own_content_known = true;
    if (auto found = facts::own_content(*this))
      content_->own_content = std::make_unique<const OwnContent>(*std::move(found));
  }
  return content_->own_content.get();
}

css::Gaps Page::gaps() const {
  css::Gaps all = content_->gaps;
  all.add(styles().gaps());
  for (const auto& styles : content_->styles) all.add(styles->gaps());
  return all;
}

}  // namespace veedor::facts
