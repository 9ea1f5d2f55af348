#include "scanner/tls/exchange.h"

#include <cerrno>
#include <variant>

#include <poll.h>

#include "scanner/tls/protocol.h"
#include "scanner/tls/records.h"

namespace veedor::tls {
namespace {

// One connection, moved on whenever poll says that its socket is ready.
class Talk {
 public:
  Talk(const Address& address, BytesView hello) : unsent_(hello) {
    if (!socket_.start(address)) end(Ending::not_connected);
  }

  bool ended() const { return ended_; }
  const Answer& answer() const { return answer_; }
  pollfd interest() const {
    return {socket_.descriptor(), static_cast<short>(unsent_.empty() ? POLLIN : POLLOUT), 0};
  }

  void ready() {
    if (!connected_) {
      if (socket_.pending_error() != 0) return end(Ending::not_connected);
      connected_ = true;
    }
    if (!unsent_.empty()) {
      if (socket_.send(unsent_) == Transfer::reset) end(Ending::reset);
      return;
    }
    Bytes bytes;
    const Transfer transfer = socket_.receive(bytes);
    if (transfer == Transfer::reset) return end(Ending::reset);
    if (transfer == Transfer::closed) return end(reader_.unfinished() ? Ending::malformed : Ending::closed);
    reader_.feed(bytes);
    read_events();
  }

 private:
  void end(Ending ending) {
    ended_ = true;
    answer_.ending = ending;
    if (ending == Ending::server_hello) {
      // RFC 8446 §6.1: says that we leave on purpose, so that the server's log stays quiet. Nobody waits for
      // it to arrive.
      static constexpr std::uint8_t kUserCanceled[] = {content::alert, 3, 1, 0, 2, alert::warning, 90};
      static constexpr std::uint8_t kCloseNotify[] = {content::alert,     3, 1, 0, 2, alert::warning,
                                                      alert::close_notify};
      BytesView canceled(kUserCanceled);
      BytesView close(kCloseNotify);
      if (socket_.send(canceled) == Transfer::done) socket_.send(close);
    }
    socket_ = Socket();  // the peer need not wait for the other talks
  }

  void read_events() {
    while (!ended_) {
      const Event event = reader_.next();
      if (std::holds_alternative<NeedMore>(event)) return;
      if (std::holds_alternative<Malformed>(event)) return end(Ending::malformed);
      if (const Alert* alert = std::get_if<Alert>(&event)) {
        read_alert(*alert);
      } else {
        read_message(std::get<HandshakeMessage>(event));
      }
    }
  }

  void read_alert(Alert alert) {
    if (alert.level == alert::warning) {
      if (alert.description == alert::close_notify) end(Ending::closed);
      return;  // such as unrecognized_name: the server goes on (RFC 6066 §3)
    }
    answer_.alert = alert.description;
    end(alert.level == alert::fatal ? Ending::alert : Ending::malformed);
  }

  void read_message(const HandshakeMessage& message) {
    if (message.type != message::server_hello) return end(Ending::malformed);
    Result<ServerHello> hello = parse_server_hello(message.body);
    if (!hello) return end(Ending::malformed);
    answer_.hello = *hello;
    end(Ending::server_hello);
  }

  Socket socket_;
  BytesView unsent_;
  MessageReader reader_;
  Answer answer_;
  bool connected_ = false;
  bool ended_ = false;
};

}  // namespace

std::vector<Answer> exchange(const Address& address, std::span<const Bytes> hellos,
                             std::chrono::milliseconds timeout) {
  const Deadline deadline = Clock::now() + timeout;
  std::vector<Talk> talks;
  talks.reserve(hellos.size());
  for (const Bytes& hello : hellos) talks.emplace_back(address, hello);

  while (Clock::now() < deadline) {
    std::vector<pollfd> entries;
    std::vector<Talk*> waiting;
    for (Talk& talk : talks) {
      if (talk.ended()) continue;
      entries.push_back(talk.interest());
      waiting.push_back(&talk);
    }
    if (entries.empty()) break;
    if (poll(entries.data(), entries.size(), milliseconds_until(deadline)) < 0 && errno != EINTR) break;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].revents != 0) waiting[i]->ready();
    }
  }

  std::vector<Answer> answers;
  answers.reserve(talks.size());
  for (const Talk& talk : talks) answers.push_back(talk.answer());  // the default is timed_out
  return answers;
}

}  // namespace veedor::tls
