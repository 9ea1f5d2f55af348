// What the texts of links say: data/vague_words.tsv and data/link_phrases.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/a11y/tree.h"
#include "scanner/html/document.h"

namespace veedor::rules {

enum class Vagueness : std::uint8_t { none, always, outside_menus, noun, format };

// Of a link's name, without what stands in brackets: "Download (PDF, 2 MB)" is as vague as "Download".
Vagueness vagueness(std::string_view name);
Vagueness vagueness(std::string_view name, std::string_view words);  // plain_words() of the same name

enum class LinkPhrase : std::uint8_t { new_window, transcript, skip, top, says_link };
// One of the phrases of that subject stands in the words, or at their beginning; `words` of plain_words().
bool has_phrase(std::string_view words, LinkPhrase subject);
bool starts_with_phrase(std::string_view words, LinkPhrase subject);

// Whether a name of this vagueness says nothing by itself, where the link stands: names of sections in menus,
// and formats that its address does not end in, are no vague texts.
bool is_vague_link(html::Element link, Vagueness of_name);

// Is an element inside <nav>, <header>, <footer>, something of role menu and its like, or of an id (else
// class) that says "nav" or "menu", at any level? What is around the elements of a page is looked at once.
class MenuSearch {
 public:
  explicit MenuSearch(const html::Document& document) : answers_(document.element_count()) {}
  bool is_in_menu(html::Element element);

 private:
  enum class Answer : std::uint8_t { unknown, no, yes };
  std::vector<Answer> answers_;      // by Element::index()
  std::vector<html::Element> path_;  // scratch
};

}  // namespace veedor::rules
