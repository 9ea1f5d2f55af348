#include "cli/severity_words.h"

namespace veedor::cli {

Word word_of(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::critical:
      return Word::severity_critical;
    case rules::Severity::serious:
      return Word::severity_serious;
    case rules::Severity::moderate:
      return Word::severity_moderate;
    case rules::Severity::minor:
      return Word::severity_minor;
    case rules::Severity::info:
      break;
  }
  return Word::severity_info;
}

Word word_of(rules::Confidence confidence) {
  switch (confidence) {
    case rules::Confidence::high:
      return Word::confidence_high;
    case rules::Confidence::medium:
      return Word::confidence_medium;
    case rules::Confidence::low:
      break;
  }
  return Word::confidence_low;
}

}  // namespace veedor::cli
