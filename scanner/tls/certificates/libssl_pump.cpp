#include "scanner/tls/certificates/libssl_pump.h"

#include <array>

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Outcome;

constexpr std::size_t kMaxBytes = 524'288;  // of the whole handshake
constexpr int kMaxReadsForTicket = 4;

int index_of_pump() {
  static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

Outcome outcome_of(Ending ending) {
  if (ending == Ending::answered) return Outcome::read;
  if (ending == Ending::not_asked) return Outcome::interrupted;
  return ending == Ending::timed_out ? Outcome::timed_out : Outcome::connection_lost;
}

}  // namespace

LibsslPump::LibsslPump(Line& line, SSL* ssl) : line_(line), ssl_(ssl) {
  BioPtr incoming(BIO_new(BIO_s_mem()));
  BioPtr outgoing(BIO_new(BIO_s_mem()));
  if (ssl == nullptr || !incoming || !outgoing) return;
  BIO_set_mem_eof_return(incoming.get(), -1);  // an empty buffer means "wait", not "the end"
  SSL_set_bio(ssl, incoming.release(), outgoing.release());
  SSL_set_ex_data(ssl, index_of_pump(), this);
  SSL_set_info_callback(ssl, &LibsslPump::note_alert);
  ready_ = true;
}

void LibsslPump::note_alert(const SSL* ssl, int where, int value) {
  auto* pump = static_cast<LibsslPump*>(SSL_get_ex_data(ssl, index_of_pump()));
  if ((where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT && (value & 0xFF) == alert::no_renegotiation)
    pump->refused_renegotiation_ = true;
}

Outcome LibsslPump::shake_hands(std::string& detail) {
  while (true) {
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_);
    const int error = SSL_get_error(ssl_, result);
    if (result != 1 && error != SSL_ERROR_WANT_READ) {
      detail = take_openssl_error();
      flush();  // our alert
      return Outcome::tls_failed;
    }
    if (const Outcome outcome = flush(); outcome != Outcome::read) return outcome;
    if (result == 1) return Outcome::read;
    if (refused_renegotiation_) return Outcome::tls_failed;
    if (const Outcome outcome = fill(); outcome != Outcome::read) return outcome;
  }
}

void LibsslPump::wait_for_ticket(const SessionPtr& session, std::chrono::milliseconds at_most) {
  line_.shorten(at_most);
  for (int i = 0; i < kMaxReadsForTicket && !session; ++i) {
    std::array<char, 64> data{};
    ERR_clear_error();
    const int result = SSL_read(ssl_, data.data(), data.size());
    if (session || (result <= 0 && SSL_get_error(ssl_, result) != SSL_ERROR_WANT_READ)) return;
    if (fill() != Outcome::read) return;
  }
}

Outcome LibsslPump::flush() {
  char* data = nullptr;
  const long size = BIO_get_mem_data(SSL_get_wbio(ssl_), &data);
  if (size <= 0) return Outcome::read;
  const auto* first = reinterpret_cast<const std::uint8_t*>(data);
  Bytes bytes(first, first + size);
  BIO_reset(SSL_get_wbio(ssl_));
  return outcome_of(line_.send(std::move(bytes)));
}

// Gives libssl what the server sent next.
Outcome LibsslPump::fill() {
  Bytes bytes;
  const Ending ending = line_.receive(bytes);
  if (ending != Ending::answered) return outcome_of(ending);
  received_ += bytes.size();
  if (received_ > kMaxBytes) return Outcome::tls_failed;
  BIO_write(SSL_get_rbio(ssl_), bytes.data(), static_cast<int>(bytes.size()));
  return Outcome::read;
}

}  // namespace veedor::tls
