// What form controls are to each other (HTML Standard §4.10): radio buttons of a group, the options of a
// <select>, the default button and the validity of a form. Shared by the files of this folder only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "scanner/css/selector/form_control.h"

namespace veedor::css {

class FormGroups {
 public:
  // Goes once over the document's controls; what was found when the steps run out is not to be used.
  explicit FormGroups(MatchContext& context);

  bool is_checked(html::Element input) const;        // checkbox or radio
  bool is_group_checked(html::Element radio) const;  // some radio button of its group is
  bool is_selected(html::Element option, MatchContext& context) const;
  bool is_default_button(html::Element button, MatchContext& context) const;
  // Of a candidate for constraint validation: required but empty, or out of range.
  bool is_invalid(html::Element control) const { return invalid_.contains(control.index()); }
  // Of a <form> or <fieldset>: it owns or contains an invalid control.
  bool holds_invalid(html::Element element) const { return holds_invalid_.contains(element.index()); }

 private:
  struct Radios {
    html::Element checked;
    bool required = false;
  };
  using Group = std::pair<const void*, std::string_view>;  // form owner and name

  void add_input(html::Element input, html::Element form);
  void add_select(html::Element select, MatchContext& context);
  void add_button(html::Element button, html::Element form);
  void add_validity(html::Element control, html::Element form, MatchContext& context);
  bool is_value_missing(html::Element control) const;
  const Radios* radios_of(html::Element radio) const;

  std::map<Group, Radios> radios_;
  std::unordered_map<std::size_t, Group> group_of_;                 // of radio buttons that have a name
  std::unordered_map<const void*, html::Element> default_buttons_;  // by form
  std::unordered_map<std::size_t, html::Element> selected_;         // by <select> without `multiple`
  std::unordered_set<std::size_t> invalid_;
  std::unordered_set<std::size_t> holds_invalid_;
  std::unordered_set<std::size_t> missing_selects_;  // required, and nothing but a placeholder is selected
};

}  // namespace veedor::css
