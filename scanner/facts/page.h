// One page: its answer, its document and its style sheets. What a page rule reads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "scanner/a11y/tree.h"
#include "scanner/css/cascade/styles.h"
#include "scanner/facts/links.h"
#include "scanner/facts/own_content.h"
#include "scanner/facts/resource.h"
#include "scanner/facts/response.h"
#include "scanner/facts/sheets.h"
#include "scanner/facts/text_blocks.h"
#include "scanner/html/document.h"

namespace veedor::facts {

// Owned by one thread: what is computed on demand is not guarded.
class Page {
 public:
  // `response` with status 2xx and HTML; its body has been decoded into `document`.
  Page(Response response, html::Document document, std::string encoding, Sheets sheets = {});
  // The same page with the style sheets that were read meanwhile.
  Page(Page page, Sheets sheets);
  Page(Page&&) noexcept;
  Page& operator=(Page&&) noexcept;
  ~Page();

  const url::Url& url() const { return content_->response.final_url; }
  bool https() const { return url().https(); }
  const Response& response() const { return content_->response; }
  std::optional<std::string_view> header(std::string_view name) const {
    return response().headers.find(name);
  }
  const html::Document& document() const { return content_->document; }
  const std::string& encoding() const { return content_->encoding; }

  // A reference resolved against <base href> and the page's URL (HTML Standard §2.4.1); an error for what is
  // no URL.
  Result<url::Url> resolve(std::string_view reference) const;
  const url::Url& base() const { return content_->base; }  // what they are resolved against

  // What is known of something that the page refers to; null where nobody fetched it: most things. Valid as
  // long as the page.
  const Resource* resource(std::string_view reference) const;
  bool has_resources() const { return !content_->resources.empty(); }
  void set_resources(Resources resources) { content_->resources = std::move(resources); }

  // The linked style sheets and what they import; null where one could not be read.
  const Sheets& sheets() const { return content_->sheets; }
  // What a browser would compute, in a desktop browser's window or in another environment; made when first
  // asked for. Valid as long as the page, in another environment until kEnvironments more were asked for.
  const css::Styles& styles() const { return styles({}); }
  const css::Styles& styles(const css::Environment& environment) const;
  static constexpr std::size_t kEnvironments = 4;
  // Roles, names and what is hidden, on the styles of a desktop browser; made when first asked for.
  const a11y::Tree& tree() const;
  // What several rules read out of the page: T(page), made when first asked for and kept as long as the page.
  // T must not refer to the page itself, which may be moved.
  template <class T>
  const T& shared() const {
    std::shared_ptr<const void>& kept = content_->shared[typeid(T)];
    if (!kept) kept = std::make_shared<const T>(*this);
    return *static_cast<const T*>(kept.get());
  }
  // Its blocks of text by markup; made when first asked for.
  const std::vector<TextBlock>& text_blocks() const;
  // Its links by what their markup calls them (links.h); made when first asked for.
  const std::vector<LinksOfOneName>& links_of_one_name() const;
  // What it does not repeat of the pages that it links to (own_content.h); made when first asked for, after
  // the resources were set. Null where nothing tells.
  const OwnContent* own_content() const;
  // Why the styles in any of the environments asked for are less than a browser's.
  css::Gaps gaps() const;

 private:
  // On the heap, so that a page can be moved while its styles point into its document.
  struct Content {
    Response response;
    html::Document document;
    std::string encoding;
    url::Url base;  // of the page's references
    Sheets sheets;
    Resources resources = {};
    std::vector<std::unique_ptr<const css::Styles>> styles = {};  // the first for the default environment
    css::Gaps gaps = {};                                          // of styles that were given up
    std::unique_ptr<const a11y::Tree> tree = nullptr;
    std::map<std::type_index, std::shared_ptr<const void>> shared = {};
    std::optional<std::vector<TextBlock>> blocks = std::nullopt;
    std::optional<std::vector<LinksOfOneName>> links = std::nullopt;
    bool own_content_known = false;
    std::unique_ptr<const OwnContent> own_content = nullptr;
  };
  static url::Url base_of(const html::Document& document, const url::Url& url);
  std::unique_ptr<const css::Styles> compute(const css::Environment& environment) const;

  std::unique_ptr<Content> content_;
};

}  // namespace veedor::facts
