#include "scanner/dns/ask.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <netdb.h>
#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

namespace veedor::dns {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool wait(int descriptor, short events, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd entry{descriptor, events, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

// Connected, so that the kernel drops what comes from elsewhere and tells that a port is closed. It also
// chooses a port of its own at random (RFC 5452 §9.2).
Descriptor connect_to(const Resolver& resolver, int kind) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = kind;
  addrinfo* list = nullptr;
  const std::string port = std::to_string(resolver.port);
  if (::getaddrinfo(resolver.address.c_str(), port.c_str(), &hints, &list) != 0) return Descriptor();
  Descriptor socket(::socket(list->ai_family, kind | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const bool begun =
      socket.number() >= 0 &&
      (::connect(socket.number(), list->ai_addr, list->ai_addrlen) == 0 || errno == EINPROGRESS);
  ::freeaddrinfo(list);
  return begun ? std::move(socket) : Descriptor();
}

// Whether it answers `question`: same number, name and type.
bool answers(const Message& message, const Message& question) {
  return message.response && message.id == question.id && message.question == question.question &&
         message.question_type == question.question_type;
}

bool send_all(int socket, BytesView bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    if (!wait(socket, POLLOUT, deadline)) return false;
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (sent > 0) bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<Bytes> receive_all(int socket, std::size_t count, Clock::time_point deadline) {
  Bytes bytes(count);
  std::size_t got = 0;
  while (got < count) {
    if (!wait(socket, POLLIN, deadline)) return std::nullopt;
    const ssize_t read = ::recv(socket, bytes.data() + got, count - got, 0);
    if (read == 0 || (read < 0 && errno != EAGAIN && errno != EINTR)) return std::nullopt;
    if (read > 0) got += static_cast<std::size_t>(read);
  }
  return bytes;
}

// RFC 1035 §4.2.2: two bytes of length before each message.
Reply ask_by_tcp(const Resolver& resolver, const Bytes& sent, const Message& question,
                 Clock::time_point deadline) {
  Reply reply{.ending = Ending::broken};
  const Descriptor socket = connect_to(resolver, SOCK_STREAM);
  if (socket.number() < 0) return reply;
  Bytes framed = {static_cast<std::uint8_t>(sent.size() >> 8), static_cast<std::uint8_t>(sent.size())};
  framed.insert(framed.end(), sent.begin(), sent.end());
  if (!send_all(socket.number(), framed, deadline)) return reply;
  const auto length = receive_all(socket.number(), 2, deadline);
  if (!length) return reply;
  const auto bytes = receive_all(socket.number(), std::size_t{(*length)[0]} << 8 | (*length)[1], deadline);
  if (!bytes) return reply;
  Result<Message> message = parse_message(*bytes);
  if (!message || message->truncated || !answers(*message, question)) return reply;
  return {Ending::answered, std::move(*message)};
}

Reply ask_by_udp(const Resolver& resolver, const Bytes& sent, const Message& question,
                 Clock::time_point until, Clock::time_point deadline) {
  Reply reply;
  const Descriptor socket = connect_to(resolver, SOCK_DGRAM);
  if (socket.number() < 0) return reply;
  if (::send(socket.number(), sent.data(), sent.size(), MSG_NOSIGNAL) < 0) return reply;
  Bytes buffer(65'536);
  while (wait(socket.number(), POLLIN, until)) {
    const ssize_t size = ::recv(socket.number(), buffer.data(), buffer.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (size < 0) return reply;  // the port is closed
    Result<Message> message = parse_message(BytesView(buffer).first(static_cast<std::size_t>(size)));
    if (!message) {
      // It may be a stranger's, so the true answer may still come.
      reply.ending = Ending::broken;
      continue;
    }
    if (!answers(*message, question)) continue;
    if (message->truncated) return ask_by_tcp(resolver, sent, question, deadline);
    return {Ending::answered, std::move(*message)};
  }
  return reply;
}

}  // namespace

Reply ask(std::span<const Resolver> resolvers, std::string_view name, std::uint16_t type,
          std::chrono::milliseconds limit) {
  Reply best;
  const Clock::time_point deadline = Clock::now() + limit;
  Message question{.question = std::string(name), .question_type = type};
  if (::getrandom(&question.id, sizeof question.id, 0) != sizeof question.id) return best;
  const Bytes sent = query(question.id, name, type);
  if (sent.empty() || resolvers.empty()) return best;
  const std::size_t tries = std::max<std::size_t>(2, resolvers.size());
  for (std::size_t i = 0; i < tries && Clock::now() < deadline; ++i) {
    const auto until = Clock::now() + (deadline - Clock::now()) / (tries - i);
    Reply reply = ask_by_udp(resolvers[i % resolvers.size()], sent, question, until, deadline);
    if (reply.ending == Ending::answered) return reply;
    if (reply.ending == Ending::broken) best.ending = Ending::broken;
  }
  return best;
}

}  // namespace veedor::dns
