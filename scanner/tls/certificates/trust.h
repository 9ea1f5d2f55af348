// Path validation (RFC 5280 §6) of a server's chain against the system's trust store and a file of the
// user's.
#pragma once

#include <string>

#include "scanner/base/time.h"
#include "scanner/facts/host.h"
#include "scanner/tls/certificates/openssl_types.h"

namespace veedor::tls {

struct TrustVerdict {
  facts::Trust trust = facts::Trust::not_tested;  // stays so where the trust store cannot be read
  std::string detail;                             // OpenSSL's sentence
};

// The system's trust store and a file of the user's, read once.
class TrustStore {
 public:
  explicit TrustStore(const std::string& ca_file);

  // The host's own certificate may be expired, weak or of another name: rules of their own judge that. A CA
  // certificate that is not valid at `now` does break the path, since no client accepts it.
  TrustVerdict judge(const CertificateChain& chain, Time now) const;

 private:
  std::string detail_;  // why it could not be read
  StorePtr store_;
};

}  // namespace veedor::tls
