// Computed styles, roles and names of every element of the ACT test pages, beside what Chromium computed for
// them.
#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "scanner/base/text.h"
#include "tests/conformance/chromium_page.h"
#include "tests/conformance/chromium_roles.h"
#include "tests/conformance/chromium_snapshot.h"
#include "tests/conformance/chromium_values.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

class Comparison {
 public:
  explicit Comparison(Suite& suite) : suite_(suite) {}

  void page(const Snapshot& snapshot, const SnapshotPage& ours);
  void page_unread(const Snapshot& snapshot);
  int markers() const { return markers_; }
  int other_documents() const { return other_documents_; }
  void write_rows();  // properties first

 private:
  void element(const SnapshotElement& theirs);
  void styles(const SnapshotElement& theirs, const css::Style& style);
  void semantics(const SnapshotElement& theirs, html::Element element);
  bool seen_alike(const SnapshotElement& theirs, html::Element element) const;
  void tell(std::string_view row, std::string_view theirs, std::string_view ours);
  void count(std::string_view row, bool right, std::string_view theirs, std::string_view ours);

  Suite& suite_;
  std::map<std::string, Row, std::less<>> rows_;
  int markers_ = 0;
  int other_documents_ = 0;
  // Of the element in hand:
  const SnapshotPage* page_ = nullptr;
  std::string page_path_;
  std::string element_path_;
};

void Comparison::count(std::string_view row, bool right, std::string_view theirs, std::string_view ours) {
  Row& counted = rows_[std::string(row)];
  counted.name = row;
  ++counted.total;
  if (right) {
    ++counted.right;
    return;
  }
  suite_.misses.push_back(fmt::format("{} {} {}: theirs \"{}\", ours \"{}\"{}", page_path_, element_path_,
                                      row, printable(theirs), printable(ours),
                                      page_ != nullptr && page_->has_script() ? " (page with scripts)" : ""));
}

void Comparison::tell(std::string_view row, std::string_view theirs, std::string_view ours) {
  count(row, theirs == ours, theirs, ours);
}

void Comparison::styles(const SnapshotElement& theirs, const css::Style& style) {
  for (std::size_t i = 0; i < kSnapshotProperties.size(); ++i) {
    tell(css::name(kSnapshotProperties[i]), snapshot_text((*theirs.styles)[i], page_->url()),
         computed_text(style, kSnapshotProperties[i], page_->url(), page_->styles().environment()));
  }
}

// Chromium also ignores elements without semantics that only hold others, and calls the document, not its
// root element, the root of the tree. So where it ignores one, ours needs to be left out or mean nothing.
bool Comparison::seen_alike(const SnapshotElement& theirs, html::Element element) const {
  const bool excluded = page_->tree().is_excluded(element);
  if (theirs.in_tree) return !excluded;
  return excluded || comparable_role(page_->tree().role(element)).empty() || !element.parent() ||
         element.is("tbody");
}

void Comparison::semantics(const SnapshotElement& theirs, html::Element element) {
  const a11y::Tree& tree = page_->tree();
  const auto words = [](bool value) { return value ? "yes" : "no"; };
  tell("rendered", words(theirs.styles.has_value()), words(tree.is_rendered(element)));
  count("in the tree", seen_alike(theirs, element), words(theirs.in_tree), words(!theirs.in_tree));
  if (!theirs.in_tree) return;
  tell("role", aria_role(theirs.role, element), comparable_role(tree.role(element)));
  tell("name", collapse_whitespace(page_given_name(theirs.name)), collapse_whitespace(tree.name(element)));
  tell("description", collapse_whitespace(theirs.description),
       collapse_whitespace(tree.description(element)));
  tell("focusable", words(theirs.focusable), words(tree.is_focusable(element)));
}

void Comparison::element(const SnapshotElement& theirs) {
  element_path_ = theirs.path;
  if (theirs.path.ends_with("/::marker[1]")) {
    ++markers_;
    return;
  }
  const SnapshotPage::Place place = page_->find(theirs.path);
  const css::Style* style = page_->style(place);
  tell("element exists", "yes", style != nullptr ? "yes" : "no");
  if (style == nullptr) return;
  if (theirs.styles) styles(theirs, *style);
  if (place.pseudo == css::PseudoElement::none) semantics(theirs, place.element);
}

// Where most elements of a snapshot are not on the page, Chromium was elsewhere: it had followed a refresh to
// a page that it could not reach, or shows an XML document in its viewer.
bool is_another_document(const Snapshot& snapshot, const SnapshotPage& page) {
  const auto missing = std::ranges::count_if(
      snapshot.elements, [&](const SnapshotElement& element) { return !page.find(element.path).element; });
  return static_cast<std::size_t>(missing) * 2 > snapshot.elements.size();
}

void Comparison::page(const Snapshot& snapshot, const SnapshotPage& ours) {
  page_ = &ours;
  page_path_ = snapshot.path;
  if (is_another_document(snapshot, ours)) {
    ++other_documents_;
    return;
  }
  for (const SnapshotElement& theirs : snapshot.elements) element(theirs);
}

void Comparison::page_unread(const Snapshot& snapshot) {
  page_ = nullptr;
  page_path_ = snapshot.path;
  for (const SnapshotElement& theirs : snapshot.elements) {
    element_path_ = theirs.path;
    tell("element exists", "yes", "no");
  }
}

void Comparison::write_rows() {
  const auto take = [this](std::string_view name) {
    const auto found = rows_.find(name);
    if (found == rows_.end()) return;
    suite_.rows.push_back(found->second);
    suite_.right += found->second.right;
    suite_.total += found->second.total;
  };
  for (const css::Property property : kSnapshotProperties) take(css::name(property));
  for (const char* name :
       {"role", "name", "description", "focusable", "in the tree", "rendered", "element exists"})
    take(name);
}

}  // namespace

Suite run_chromium_suite(const std::filesystem::path& data) {
  Suite suite;
  suite.name = "chromium";
  const std::filesystem::path root = data / "act";
  const std::optional<std::vector<Snapshot>> snapshots = read_snapshots(root / "chromium.jsonl");
  if (!snapshots) return suite;
  suite.present = true;

  FolderSheets sheets(root);
  Comparison comparison(suite);
  int incomplete = 0;
  for (const Snapshot& snapshot : *snapshots) {
    const std::unique_ptr<SnapshotPage> page = SnapshotPage::read(root, snapshot.path, sheets);
    if (page == nullptr) {
      comparison.page_unread(snapshot);
      continue;
    }
    comparison.page(snapshot, *page);
    incomplete += page->styles().gaps().empty() ? 0 : 1;
  }
  comparison.write_rows();
  suite.note = fmt::format(
      "over {} pages; {} of them lack a style sheet; left out: {} where Chromium showed another document, {} "
      "list markers",
      snapshots->size(), incomplete, comparison.other_documents(), comparison.markers());
  return suite;
}

}  // namespace veedor::conformance
