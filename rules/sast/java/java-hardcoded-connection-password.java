import java.sql.DriverManager;

class Connections {
    private static final String SECRET = System.getenv("DB_PASSWORD");

    void connect(String url, HikariConfig config, String given) throws Exception {
        // ruleid: java-hardcoded-connection-password
        DriverManager.getConnection(url, "app", "correct-horse");
        // ruleid: java-hardcoded-connection-password
        DriverManager.getConnection("jdbc:postgresql://db/app", "app", "battery-staple");
        // ruleid: java-hardcoded-connection-password
        new PasswordAuthentication("bot", "whisper-loudly".toCharArray());
        // ruleid: java-hardcoded-connection-password
        config.setPassword("open-sesame");
        // ruleid: java-hardcoded-connection-password
        new UsernamePasswordCredentials("bot", "frodo-lives");
        // ok: java-hardcoded-connection-password
        DriverManager.getConnection(url, "app", SECRET);
        // ok: java-hardcoded-connection-password
        DriverManager.getConnection(url, "sa", "");
        // ok: java-hardcoded-connection-password
        config.setPassword(given);
        // ok: java-hardcoded-connection-password
        new PasswordAuthentication("bot", given.toCharArray());
        // ok: java-hardcoded-connection-password
        DriverManager.getConnection(url);
    }

    void form(LoginForm form) {
        // ok: java-hardcoded-connection-password
        form.setPassword("typed-by-a-user");
    }
}
