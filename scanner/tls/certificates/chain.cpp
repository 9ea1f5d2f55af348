#include "scanner/tls/certificates/chain.h"

#include <algorithm>

namespace veedor::tls {
namespace {

bool issued(X509* issuer, X509* subject) { return X509_check_issued(issuer, subject) == X509_V_OK; }
bool is_root(X509* certificate) { return X509_self_signed(certificate, 0) == 1; }

// The certificates of the path that begins with the host's own, by index; each issuer the first that fits.
std::vector<std::size_t> path_of(const CertificateChain& chain) {
  std::vector<std::size_t> path = {0};
  while (!is_root(chain[path.back()].get())) {
    std::size_t next = chain.size();
    for (std::size_t i = 1; i < chain.size() && next == chain.size(); ++i) {
      const bool used = std::ranges::find(path, i) != path.end();
      if (!used && issued(chain[i].get(), chain[path.back()].get())) next = i;
    }
    if (next == chain.size()) break;
    path.push_back(next);
  }
  return path;
}

}  // namespace

X509* issuer_in(const CertificateChain& chain) {
  if (chain.empty()) return nullptr;
  const std::vector<std::size_t> path = path_of(chain);
  ERR_clear_error();
  return path.size() > 1 ? chain[path[1]].get() : nullptr;
}

facts::ChainShape shape_of(const CertificateChain& chain) {
  facts::ChainShape shape;
  if (chain.empty()) return shape;
  const std::vector<std::size_t> path = path_of(chain);
  shape.ordered = std::ranges::is_sorted(path);
  shape.root_sent = path.size() > 1 && is_root(chain[path.back()].get());
  // Cross-signed issuers lead to other roots: they are of use to somebody.
  const auto of_use = [&](std::size_t i) {
    if (std::ranges::find(path, i) != path.end()) return true;
    for (std::size_t known : path) {
      if (X509_cmp(chain[known].get(), chain[i].get()) == 0) return false;  // sent twice
    }
    return std::ranges::any_of(path,
                               [&](std::size_t known) { return issued(chain[i].get(), chain[known].get()); });
  };
  for (std::size_t i = 0; i < chain.size(); ++i) shape.superfluous += of_use(i) ? 0 : 1;
  ERR_clear_error();
  return shape;
}

}  // namespace veedor::tls
