// One page: its answer and its document. What a page rule reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scanner/facts/response.h"
#include "scanner/html/document.h"

namespace veedor::facts {

class Page {
 public:
  // `response` with status 2xx and HTML; its body has been decoded into `document`.
  Page(Response response, html::Document document, std::string encoding)
      : response_(std::move(response)),
        document_(std::move(document)),
        encoding_(std::move(encoding)),
        base_(base_of(document_, url())) {}

  const url::Url& url() const { return response_.final_url; }
  bool https() const { return url().https(); }
  const Response& response() const { return response_; }
  std::optional<std::string_view> header(std::string_view name) const { return response_.headers.find(name); }
  const html::Document& document() const { return document_; }
  const std::string& encoding() const { return encoding_; }

  // A reference resolved against <base href> and the page's URL (HTML Standard §2.4.1); an error for what is
  // no URL.
  Result<url::Url> resolve(std::string_view reference) const;

 private:
  static url::Url base_of(const html::Document& document, const url::Url& url);

  Response response_;
  html::Document document_;
  std::string encoding_;
  url::Url base_;  // of the page's references
};

}  // namespace veedor::facts
