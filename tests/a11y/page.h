// A page of a test, with its styles and its accessibility tree.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/a11y/tree.h"

namespace veedor::a11y {

class Page {
 public:
  explicit Page(std::string_view body)
      : document_(parse(body)), styles_(document_, no_sheets()), tree_(styles_) {}

  const html::Document& document() const { return document_; }
  const Tree& tree() const { return tree_; }
  // The element with that id, wherever it is; in a shadow tree, too.
  html::Element by_id(std::string_view id) const {
    if (const html::Element found = document_.by_id(id)) return found;
    for (html::Element element : document_.shadow_elements()) {
      if (element.attribute_or("id", "") == id) return element;
    }
    return {};
  }
  html::Element x() const { return by_id("x"); }

 private:
  static html::Document parse(std::string_view body) {
    Result<html::Document> document = html::Document::parse("<!DOCTYPE html><body>" + std::string(body));
    EXPECT_TRUE(document.ok());
    return std::move(*document);
  }
  static css::SheetFinder no_sheets() {
    return [](std::string_view, std::string_view) { return nullptr; };
  }

  html::Document document_;
  css::Styles styles_;
  Tree tree_;
};

struct TextCase {
  std::string_view html;
  std::string_view text;
};

struct StateCase {
  std::string_view html;
  bool expected;
};

}  // namespace veedor::a11y
