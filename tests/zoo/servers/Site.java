// java Site.java PORT STORE PASSWORD: a page over TLS with every version and suite that the provider knows, prohibited ones included.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.Security;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

public class Site {
  private static final byte[] PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 23\r\nConnection: close\r\n\r\n<title>Council</title>\n".getBytes();

  public static void main(String[] words) throws Exception {
    for (String list : new String[] {"jdk.tls.disabledAlgorithms", "jdk.certpath.disabledAlgorithms", "jdk.tls.legacyAlgorithms"}) {
      Security.setProperty(list, "");
    }
    char[] password = words[2].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (FileInputStream file = new FileInputStream(words[1])) {
      store.load(file, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket listener = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(
        Integer.parseInt(words[0]), 100, InetAddress.getByName("127.0.0.1"));
    listener.setEnabledProtocols(listener.getSupportedProtocols());
    listener.setEnabledCipherSuites(listener.getSupportedCipherSuites());
    for (String suite : listener.getEnabledCipherSuites()) System.out.println(suite);
    while (true) {
      SSLSocket client = (SSLSocket) listener.accept();
      new Thread(() -> answer(client)).start();
    }
  }

  private static void answer(SSLSocket client) {
    try (client) {
      client.setSoTimeout(5000);
      BufferedReader request = new BufferedReader(new InputStreamReader(client.getInputStream()));
      String line = request.readLine();
      while (line != null && !line.isEmpty()) line = request.readLine();
      client.getOutputStream().write(PAGE);
    } catch (IOException broken) {
      // Handshakes that fail are what this server is for.
    }
  }
}
