// ruleid: kotlin-imports-a, kotlin-imports-b
import a.b.C
// ruleid: kotlin-imports-a, kotlin-imports-c
import android.content.*
// ruleid: kotlin-imports-a, kotlin-imports-c
import android.os.Bundle
// ruleid: kotlin-imports-a
import x.y as z
