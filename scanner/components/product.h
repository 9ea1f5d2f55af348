// Software that names itself in header fields and <meta name="generator">: its own spelling and our id for
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/facts/component.h"

namespace veedor::components {

struct Product {
  std::string_view spelling;  // lower case
  std::string_view id;
  facts::ComponentKind kind;
};

// By the whole spelling, as before the slash of a product token; null if unknown.
const Product* product_named(std::string_view token);

// "WordPress 6.1.1", "Drupal 10 (https://www.drupal.org)": the product that a generator begins with, and its
// version, which may be a major number alone.
struct Generator {
  const Product* product = nullptr;
  std::string version;
};
std::optional<Generator> read_generator(std::string_view content);

}  // namespace veedor::components
