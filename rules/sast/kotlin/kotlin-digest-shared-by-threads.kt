import java.security.MessageDigest
import java.text.SimpleDateFormat
import java.util.Date
import javax.crypto.Mac

object Tokens {
    private val day = SimpleDateFormat("yyyy-MM-dd")
    private val digest = MessageDigest.getInstance("SHA-256")
    private val lock = java.util.concurrent.locks.ReentrantLock()

    // ruleid: kotlin-digest-shared-by-threads
    fun day(date: Date): String = day.format(date)

    fun hash(data: ByteArray): ByteArray {
        // ruleid: kotlin-digest-shared-by-threads
        digest.update(data)
        // ruleid: kotlin-digest-shared-by-threads
        return digest.digest()
    }

    fun locked(data: ByteArray): ByteArray {
        synchronized(digest) {
            // ok: kotlin-digest-shared-by-threads
            return digest.digest(data)
        }
    }

    fun withLock(data: ByteArray): ByteArray {
        return lock.withLock {
            // ok: kotlin-digest-shared-by-threads
            digest.digest(data)
        }
    }

    @Synchronized
    fun whole(data: ByteArray): ByteArray {
        // ok: kotlin-digest-shared-by-threads
        return digest.digest(data)
    }

    fun own(data: ByteArray): ByteArray {
        val digest = MessageDigest.getInstance("SHA-256")
        // ok: kotlin-digest-shared-by-threads
        return digest.digest(data)
    }

    fun handed(digest: MessageDigest, data: ByteArray): ByteArray {
        // ok: kotlin-digest-shared-by-threads
        return digest.digest(data)
    }
}

class Codes {
    private val format = SimpleDateFormat("yyyy")

    companion object {
        private val mac: Mac = Mac.getInstance("HmacSHA256")

        fun code(data: ByteArray): ByteArray {
            // ruleid: kotlin-digest-shared-by-threads
            return mac.doFinal(data)
        }
    }

    fun perObject(date: Date): String {
        // ok: kotlin-digest-shared-by-threads
        return format.format(date)
    }
}
