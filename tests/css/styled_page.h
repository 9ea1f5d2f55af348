// A page with its computed styles, for tests: parsed from text, with linked sheets from a table.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"

namespace veedor::css {

class StyledPage {
 public:
  // `linked`: what each reference leads to; others are missing. Without a doctype of its own the page gets
  // one.
  explicit StyledPage(std::string_view source, const Environment& environment = {},
                      std::map<std::string, std::string> linked = {})
      : document_(parse(source)), linked_(std::move(linked)) {
    const SheetFinder find = [this](std::string_view reference,
                                    std::string_view) -> std::shared_ptr<const Sheet> {
      const auto found = linked_.find(std::string(reference));
      return found == linked_.end() ? nullptr : parse_sheet(found->second, found->first);
    };
    styles_ = std::make_unique<Styles>(document_, find, environment);
  }

  const html::Document& document() const { return document_; }
  const Styles& styles() const { return *styles_; }
  html::Element element(std::string_view id) const { return document_.by_id(id); }
  const Style& style(std::string_view id) const { return styles_->of(element(id)); }
  std::string colour(std::string_view id, Property property = Property::color) const {
    return to_string(style(id).colour(property));
  }
  std::string keyword(std::string_view id, Property property) const {
    return std::string(style(id)[property].text());
  }
  double px(std::string_view id, Property property) const { return style(id)[property].number(); }

 private:
  static html::Document parse(std::string_view source) {
    const bool has_doctype = source.starts_with("<!") || source.starts_with("<quirks>");
    Result<html::Document> document =
        html::Document::parse((has_doctype ? "" : "<!DOCTYPE html>") + std::string(source));
    EXPECT_TRUE(document.ok());
    return std::move(*document);
  }

  html::Document document_;
  std::map<std::string, std::string> linked_;
  std::unique_ptr<Styles> styles_;
};

}  // namespace veedor::css
