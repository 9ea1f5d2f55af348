#include "tests/conformance/chromium_roles.h"

#include <algorithm>
#include <array>

namespace veedor::conformance {
namespace {

struct RoleName {
  std::string_view chromium;
  std::string_view aria;
  std::string_view reason;  // HTML-AAM 1.0 §3.5 decides unless it says otherwise
};

constexpr std::string_view kNone = "no corresponding role";

// In alphabetical order.
constexpr auto kRoles = std::to_array<RoleName>({
    {"Abbr", "", kNone},
    {"Audio", "", kNone},
    {"Canvas", "", kNone},
    {"ColorWell", "", "input type=color: no corresponding role"},
    {"Date", "", "input type=date: no corresponding role"},
    {"DateTime", "", "input type=datetime-local, month, week: no corresponding role"},
    {"DescriptionList", "", "dl: no corresponding role"},
    {"DescriptionListDetail", "definition", "dd"},
    {"DescriptionListTerm", "term", "dt"},
    {"Details", "group", "details"},
    {"DisclosureTriangle", "", "summary of its details: no corresponding role"},
    {"DisclosureTriangleGrouped", "", "summary of a details with a name: no corresponding role"},
    {"EmbeddedObject", "", "embed: no corresponding role"},
    {"Figcaption", "", "figcaption: no corresponding role"},
    {"FooterAsNonLandmark", "", "footer within sectioning content is generic"},
    {"HeaderAsNonLandmark", "", "header within sectioning content is generic"},
    {"Iframe", "", kNone},
    {"IframePresentational", "", "iframe with role=none"},
    {"ImageMap", "img", "img, with or without usemap"},
    {"InputTime", "", "input type=time: no corresponding role"},
    {"LabelText", "", "label: no corresponding role"},
    {"LayoutTable", "", "display: table, or a <table> that Chromium takes for layout: see below"},
    {"LayoutTableCell", "", "as LayoutTable"},
    {"LayoutTableRow", "", "as LayoutTable"},
    {"Legend", "", "legend: no corresponding role"},
    {"LineBreak", "", "br: no corresponding role"},
    {"MathMLMath", "math", "MathML Core AAM: math"},
    {"MenuListOption", "option", "option of a closed select"},
    {"PluginObject", "", "object: no corresponding role"},
    {"PopUpButton", "button", "a button with aria-haspopup"},
    {"Pre", "", "pre is generic"},
    {"Ruby", "", kNone},
    {"RubyAnnotation", "", "rt: no corresponding role"},
    {"SvgRoot", "graphics-document", "SVG-AAM 1.0 §5.2: svg"},
    {"TextFieldWithComboBox", "combobox", "input with list="},
    {"ToggleButton", "button", "a button with aria-pressed"},
    {"Video", "", kNone},
    {"generic", "", "ARIA 1.2: no semantics"},
    {"image", "img", "ARIA 1.3: synonyms"},
    {"none", "", "ARIA 1.2: no semantics"},
    {"presentation", "", "ARIA 1.2: no semantics"},
    {"sectionfooter", "", "ARIA 1.3; HTML-AAM 1.0 says generic"},
    {"sectionheader", "", "ARIA 1.3; HTML-AAM 1.0 says generic"},
    {"splitter", "separator", "a focusable separator"},
});
static_assert(std::ranges::is_sorted(kRoles, {}, &RoleName::chromium));

// What a word of Chromium's means on an element that has no role="".
struct NativeRole {
  std::string_view chromium;
  std::string_view tag;
  std::string_view aria;
  std::string_view reason;
};
constexpr auto kNativeRoles = std::to_array<NativeRole>({
    {"LayoutTable", "table", "table", "Chromium guesses by its looks; its markup says table"},
    {"LayoutTableRow", "tr", "row", "as LayoutTable"},
    {"LayoutTableCell", "td", "cell", "as LayoutTable"},
    {"image", "svg", "graphics-document", "SVG-AAM 1.0 §5.2; Chromium calls an SvgRoot with a name image"},
});

}  // namespace

std::string_view aria_role(std::string_view chromium, html::Element element) {
  if (!element.has("role")) {
    const auto native = std::ranges::find_if(kNativeRoles, [&](const NativeRole& role) {
      return role.chromium == chromium && element.is(role.tag);
    });
    if (native != kNativeRoles.end()) return native->aria;
  }
  const auto found = std::ranges::lower_bound(kRoles, chromium, {}, &RoleName::chromium);
  return found != kRoles.end() && found->chromium == chromium ? found->aria : chromium;
}

std::string_view comparable_role(std::string_view role) {
  if (role == "generic" || role == "none" || role == "presentation") return "";
  return role == "image" ? "img" : role;
}

std::string_view page_given_name(std::string_view name) {
  return name == "Unable to play media." ? std::string_view() : name;
}

}  // namespace veedor::conformance
