#include <curl/curl.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#define PASSWORD "swordfish"

void bad(MYSQL *my, CURL *curl, redisContext *redis)
{
    // ruleid: c-hardcoded-database-password
    mysql_real_connect(my, "db", "app", "swordfish", "shop", 0, NULL, 0);
    // ruleid: c-hardcoded-database-password
    PGconn *pg = PQconnectdb("host=db user=app password=swordfish");
    // ruleid: c-hardcoded-database-password
    curl_easy_setopt(curl, CURLOPT_USERPWD, "app:swordfish");
    // ruleid: c-hardcoded-database-password
    redisCommand(redis, "AUTH swordfish");
}

void fine(MYSQL *my, CURL *curl, redisContext *redis, const char *password)
{
    // ok: c-hardcoded-database-password
    mysql_real_connect(my, "db", "app", password, "shop", 0, NULL, 0);
    // ok: c-hardcoded-database-password
    mysql_real_connect(my, "db", "app", "", "shop", 0, NULL, 0);
    // ok: c-hardcoded-database-password
    PGconn *pg = PQconnectdb("host=db user=app");
    // ok: c-hardcoded-database-password
    curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("PASSWORD"));
    // ok: c-hardcoded-database-password
    redisCommand(redis, "AUTH %s", password);
}
