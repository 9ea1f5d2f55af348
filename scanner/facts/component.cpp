// The names of what is known about a component, as scan.json spells them.
#include "scanner/facts/component.h"

namespace veedor::facts {

std::string_view name(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::library:
      return "library";
    case ComponentKind::cms:
      return "cms";
    case ComponentKind::server:
      return "server";
    case ComponentKind::language:
      return "language";
    case ComponentKind::framework:
      return "framework";
  }
  return "";
}

std::string_view name(Certainty certainty) {
  switch (certainty) {
    case Certainty::possible:
      return "possible";
    case Certainty::likely:
      return "likely";
    case Certainty::confirmed:
      return "confirmed";
  }
  return "";
}

std::string_view name(Method method) {
  switch (method) {
    case Method::url:
      return "url";
    case Method::content:
      return "content";
    case Method::header:
      return "header";
    case Method::generator:
      return "generator";
    case Method::markup:
      return "markup";
  }
  return "";
}

}  // namespace veedor::facts
