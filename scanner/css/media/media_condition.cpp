// Asks conditions of an environment.
#include "scanner/css/media/media_condition.h"

#include <algorithm>

namespace veedor::css {
namespace {

bool type_matches(MediaQuery::Type type, const Environment& environment) {
  switch (type) {
    case MediaQuery::Type::all:
      return true;
    case MediaQuery::Type::screen:
      return environment.type == MediaType::screen;
    case MediaQuery::Type::print:
      return environment.type == MediaType::print;
    case MediaQuery::Type::other:
      break;
  }
  return false;
}

}  // namespace

Truth evaluate(std::uint32_t number, const ParsedMediaQueries& parsed, const Environment& environment) {
  const MediaNode& node = parsed.nodes[number];
  switch (node.kind) {
    case MediaNode::Kind::unknown:
      return Truth::unknown;
    case MediaNode::Kind::feature:
      return matches(parsed.features[node.feature], environment) ? Truth::yes : Truth::no;
    case MediaNode::Kind::not_: {
      const Truth inner = evaluate(node.child, parsed, environment);
      return inner == Truth::unknown ? inner : (inner == Truth::yes ? Truth::no : Truth::yes);
    }
    case MediaNode::Kind::and_:
    case MediaNode::Kind::or_:
      break;
  }
  const bool is_and = node.kind == MediaNode::Kind::and_;
  Truth truth = is_and ? Truth::yes : Truth::no;
  for (std::uint32_t child = node.child; child != 0; child = parsed.nodes[child].next) {
    const Truth one = evaluate(child, parsed, environment);
    truth = is_and ? std::min(truth, one) : std::max(truth, one);
  }
  return truth;
}

bool query_matches(const MediaQuery& query, const ParsedMediaQueries& parsed,
                   const Environment& environment) {
  Truth truth = type_matches(query.type, environment) ? Truth::yes : Truth::no;
  if (query.condition != 0 && truth == Truth::yes) truth = evaluate(query.condition, parsed, environment);
  return truth == (query.negated ? Truth::no : Truth::yes);
}

}  // namespace veedor::css
