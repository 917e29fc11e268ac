import javax.servlet.http.HttpServletRequest;

// Ways that a value takes, and safe twins of them: constants decide branches, elements and fields are told apart.
class Shapes {
    static class DirectBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ConcatBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "a" + p + "b";
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class TrimBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p.trim().toLowerCase().replace("x", "y");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SbAppendBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuilder sb = new StringBuilder("a");
            sb.append(p).append("z");
            String bar = sb.toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SbInsertRevBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuilder sb = new StringBuilder(p);
            String bar = sb.append("_Safe").toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SbReplaceBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuilder sb = new StringBuilder(p);
            String bar = sb.replace(p.length() - 1, p.length(), "Z").toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SbFreshSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuilder sb = new StringBuilder();
            sb.append("fresh");
            String bar = sb.toString();
            String unused = sb.append(p).toString();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class StringbufferBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuffer sb = new StringBuffer();
            for (char c : p.toCharArray()) sb.append(c);
            String bar = sb.toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class IfConstFalseSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            int num = 86;
            if ((7 * 42) - num > 200) bar = "This_should_always_happen";
            else bar = p;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class IfConstTrueBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            int num = 196;
            if ((500 / 42) + num > 200) bar = p;
            else bar = "never";
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class TernConstSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            int num = 106;
            String bar = (7 * 18) + num > 200 ? "always" : p;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class TernConstBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            int num = 106;
            String bar = (7 * 18) + num < 200 ? "never" : p;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchCharBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            String guess = "ABC";
            char target = guess.charAt(2);
            switch (target) {
                case 'A': bar = p; break;
                case 'B': bar = "bob"; break;
                case 'C':
                case 'D': bar = p; break;
                default: bar = "bob's uncle"; break;
            }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchCharSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            String guess = "ABC";
            char target = guess.charAt(1);
            switch (target) {
                case 'A': bar = p; break;
                case 'B': bar = "bob"; break;
                case 'C':
                case 'D': bar = p; break;
                default: bar = "bob's uncle"; break;
            }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchUnknownBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            switch (request.getMethod()) {
                case "GET": bar = p; break;
                default: bar = "other";
            }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchIntSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "alsosafe";
            int mode = 3 - 1;
            switch (mode) {
                case 1: bar = p; break;
                case 2: bar = "two"; break;
            }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchArrowSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            int mode = 2;
            String bar = switch (mode) { case 1 -> p; case 2 -> "two"; default -> "x"; };
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwitchArrowBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            int mode = 1;
            String bar = switch (mode) { case 1 -> p; case 2 -> "two"; default -> "x"; };
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapTwoSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.HashMap<String, Object> m = new java.util.HashMap<String, Object>();
            m.put("keyA", "a Value");
            m.put("keyB", p);
            m.put("keyC", "another");
            String bar = (String) m.get("keyB");
            bar = (String) m.get("keyA");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapTwoBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.HashMap<String, Object> m = new java.util.HashMap<String, Object>();
            m.put("keyA", "a Value");
            m.put("keyB", p);
            m.put("keyC", "another");
            String bar = (String) m.get("keyB");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapOverwriteSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> m = new java.util.TreeMap<>();
            m.put("k", p);
            m.put("k", "clean");
            String bar = m.get("k");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapIterBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> m = new java.util.LinkedHashMap<>();
            m.put("k", p);
            String bar = "";
            for (java.util.Map.Entry<String, String> e : m.entrySet()) bar = e.getValue();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapKeysetBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> m = new java.util.LinkedHashMap<>();
            m.put(p, "v");
            String bar = "";
            for (String e : m.keySet()) bar = e;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapValuesSafeKeysSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> m = new java.util.LinkedHashMap<>();
            m.put(p, "v");
            String bar = "";
            for (String e : m.values()) bar = e;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListIdxSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<String>();
            l.add("safe");
            l.add(p);
            l.add("moresafe");
            l.remove(0);
            String bar = l.get(1);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListIdxBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<String>();
            l.add("safe");
            l.add(p);
            l.add("moresafe");
            l.remove(0);
            String bar = l.get(0);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListSetSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            l.set(0, "clean");
            String bar = l.get(0);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListAddfirstBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.LinkedList<String> l = new java.util.LinkedList<>();
            l.add("a");
            l.addFirst(p);
            String bar = l.getFirst();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListAddIndexSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            l.add(0, "front");
            String bar = l.get(0);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ListStreamBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            String bar = l.stream().map(s -> s.trim()).collect(java.util.stream.Collectors.joining(","));
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ArraysAslistBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = java.util.Arrays.asList("a", p);
            String bar = l.get(1);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ArraysAslistSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = java.util.Arrays.asList("a", p);
            String bar = l.get(0);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class QueueBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Deque<String> d = new java.util.ArrayDeque<>();
            d.push(p);
            String bar = d.pop();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class StackSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Stack<String> d = new java.util.Stack<>();
            d.push(p);
            d.push("top");
            String bar = d.pop();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ArrayBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String[] a = {"x", p, "y"};
            String bar = a[1];
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ArraySafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String[] a = {"x", p, "y"};
            String bar = a[2];
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ArrayCopyBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String[] a = new String[3];
            a[0] = p;
            String[] b = java.util.Arrays.copyOf(a, 3);
            String bar = b[0];
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MethodBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = work(request, p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private static String work(HttpServletRequest request, String p) throws javax.servlet.ServletException, java.io.IOException {
            String out = p;
            if (p.length() > 3) out = p.substring(1);
            return out;
        }
    }

    static class MethodSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = work(request, p);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private static String work(HttpServletRequest request, String p) {
            String out = "safe!";
            return out;
        }
    }

    static class MethodSwitchSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = work(p, 2);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private String work(String p, int mode) {
            switch (mode) {
                case 1: return p;
                default: return "none";
            }
        }
    }

    static class MethodSwitchBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = work(p, 1);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private String work(String p, int mode) {
            switch (mode) {
                case 1: return p;
                default: return "none";
            }
        }
    }

    static class InnerBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new Inner().work(p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private class Inner {
            public String work(String p) {
                java.util.List<String> l = new java.util.ArrayList<>();
                l.add("safe"); l.add(p); l.add("more");
                l.remove(0);
                return l.get(0);
            }
        }
    }

    static class InnerSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new Inner().work(request, p);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private class Inner {
            public String work(HttpServletRequest request, String p) {
                java.util.List<String> l = new java.util.ArrayList<>();
                l.add("safe"); l.add(p); l.add("more");
                l.remove(0);
                return l.get(1);
            }
        }
    }

    static class InnerFieldBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Holder h = new Holder(p);
            String bar = h.value();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Holder {
            private final String v;
            Holder(String v) { this.v = v; }
            String value() { return this.v; }
        }
    }

    static class InnerFieldSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Holder h = new Holder(p, "ok");
            String bar = h.b();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Holder {
            private final String a, b;
            Holder(String a, String b) { this.a = a; this.b = b; }
            String b() { return this.b; }
        }
    }

    static class RecordSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Pair h = new Pair(p, "ok");
            String bar = h.right();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        record Pair(String left, String right) {}
    }

    static class RecordBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Pair h = new Pair("ok", p);
            String bar = h.right();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        record Pair(String left, String right) {}
    }

    static class SetterBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Bean b = new Bean();
            b.setName(p);
            b.setOther("x");
            String bar = b.getName();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Bean {
            private String name; private String other;
            void setName(String n) { name = n; }
            void setOther(String n) { other = n; }
            String getName() { return name; }
            String getOther() { return other; }
        }
    }

    static class SetterSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Bean b = new Bean();
            b.setName(p);
            b.setOther("x");
            String bar = b.getOther();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Bean {
            private String name; private String other;
            void setName(String n) { name = n; }
            void setOther(String n) { other = n; }
            String getName() { return name; }
            String getOther() { return other; }
        }
    }

    static class Base64Bad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new String(java.util.Base64.getDecoder().decode(java.util.Base64.getEncoder().encode(p.getBytes())), java.nio.charset.StandardCharsets.UTF_8);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SplitBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p.split(",")[0];
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class FormatBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.format("%s-%d", p, 3);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class JoinBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.join("/", "a", p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ValueofBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.valueOf(p.toCharArray());
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class TextblockBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = """
                a %s
                """.formatted(p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class ParseintSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "" + Integer.parseInt(p);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class LengthSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "n" + p.length();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class OverwriteSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p;
            bar = "clean";
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class LoopOverwriteBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "";
            for (int i = 0; i < 3; i++) { bar += p.charAt(i); }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class TrycatchBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar;
            try { bar = p.substring(2); } catch (RuntimeException e) { bar = ""; }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class LambdaBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.function.Function<String, String> fn = s -> s + "!";
            String bar = fn.apply(p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class LambdaSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.function.Function<String, String> fn = s -> "const";
            String bar = fn.apply(p);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SupplierBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.function.Supplier<String> fn = () -> p;
            String bar = fn.get();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class BoolConstSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            boolean debug = false;
            String bar = "x";
            if (debug) { bar = p; }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class BoolStaticSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "x";
            if (DEBUG) { bar = p; }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private static final boolean DEBUG = false;
    }

    static class BoolStaticBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = "x";
            if (DEBUG) { bar = p; }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private static final boolean DEBUG = true;
    }

    static class StringEqConstSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String mode = "a";
            String bar = "x";
            if (mode.equals("b")) { bar = p; }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class StrlenConstSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String mode = "abc";
            String bar = mode.length() == 3 ? "x" : p;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class WhileBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p;
            while (bar.startsWith(" ")) bar = bar.substring(1);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class OptionalMapBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = java.util.Optional.of(p).map(String::trim).orElse("d");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class StringreaderBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.io.BufferedReader br = new java.io.BufferedReader(new java.io.StringReader(p));
            String bar = br.readLine();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class UnaryStaticFieldBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            last = p;
            String bar = last;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private String last;
    }

    static class IteratorBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            java.util.Iterator<String> it = l.iterator();
            String bar = "";
            while (it.hasNext()) bar = it.next();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SetBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Set<String> l = new java.util.HashSet<>();
            l.add(p);
            String bar = l.iterator().next();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class AddallBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.addAll(java.util.List.of("a", p));
            String bar = l.get(1);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class PropertiesBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Properties pr = new java.util.Properties();
            pr.setProperty("a", p);
            String bar = pr.getProperty("a");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class PropertiesSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Properties pr = new java.util.Properties();
            pr.setProperty("a", p);
            pr.setProperty("b", "x");
            String bar = pr.getProperty("b");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SuperBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new Child().go(p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Parent { String go(String a) { return a; } }
        static class Child extends Parent { }
    }

    static class SuperOverrideSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new Derived().go(p);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class Base { String go(String a) { return a; } }
        static class Derived extends Base { @Override String go(String a) { return "c"; } }
    }

    static class RecursionBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = rec(p, 3);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private String rec(String a, int n) { if (n == 0) return a; return rec(a + "x", n - 1); }
    }

    static class OutParamBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            StringBuilder o = new StringBuilder();
            fill(o, p);
            String bar = o.toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private void fill(StringBuilder o, String a) { o.append("[").append(a).append("]"); }
    }

    static class OutListBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> o = new java.util.ArrayList<>();
            fill(o, p);
            String bar = o.get(0);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private void fill(java.util.List<String> o, String a) { o.add(a); }
    }

    static class OutMapSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> o = new java.util.HashMap<>();
            fill(o, p);
            String bar = o.get("b");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        private void fill(java.util.Map<String, String> o, String a) { o.put("a", a); o.put("b", "x"); }
    }

    static class EnumSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = Color.valueOf(p).name();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        enum Color { RED, BLUE }
    }

    static class NestedObjBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Outer o = new Outer();
            o.in = new In();
            o.in.v = p;
            String bar = o.in.v;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class In { String v; String w = "w"; }
        static class Outer { In in; }
    }

    static class NestedObjSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            Outer o = new Outer();
            o.in = new In();
            o.in.v = p;
            String bar = o.in.w;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }

        static class In { String v; String w = "w"; }
        static class Outer { In in; }
    }

    static class ScSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = new java.util.Scanner("abc").next();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class FormatPlaceBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.format("%2$s", "safe", p);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class FormatPlaceSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.format("%2$s", p, "safe");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MessageFormatSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = java.text.MessageFormat.format("{1}", p, "safe");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwapBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            l.add("b");
            java.util.Collections.swap(l, 0, 1);
            String bar = l.get(1);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class SwapSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.List<String> l = new java.util.ArrayList<>();
            l.add(p);
            l.add("b");
            java.util.Collections.swap(l, 0, 1);
            String bar = l.get(0);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class CountedIndexBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String[] a = new String[3];
            int i = 0;
            a[i++] = "x";
            a[i++] = p;
            String bar = a[1];
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class CountedIndexSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String[] a = new String[3];
            int i = 0;
            a[i++] = "x";
            a[i++] = p;
            String bar = a[0];
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class FillSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            char[] cs = p.toCharArray();
            java.util.Arrays.fill(cs, 'x');
            String bar = String.valueOf(cs);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class VectorRemoveSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Vector<String> v = new java.util.Vector<>();
            v.add("zero");
            v.add(p);
            v.add("two");
            v.removeElementAt(1);
            String bar = v.elementAt(1);
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class MapReplaceSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Map<String, String> m = new java.util.HashMap<>();
            m.put("k", p);
            m.replace("k", "x");
            String bar = m.get("k");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class WriterInPlaceBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.io.StringWriter w = new java.io.StringWriter();
            new java.io.PrintWriter(w, true).println(p);
            String bar = w.toString();
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class OnlyDigitsSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p.replaceAll("[^0-9]", "");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class OnlySpacesBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = p.replaceAll("\\s+", " ");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class CompareSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            String bar = String.valueOf(p.compareTo("m"));
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class AllowedTernarySafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String p = request.getParameter("id");
            java.util.Set<String> allowed = java.util.Set.of("a", "b");
            String bar = allowed.contains(p) ? p : "a";
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + bar + "'");
        }
    }

    static class NumberByReferenceSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            java.util.function.Function<String, Integer> number = Integer::parseInt;
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE id = " + number.apply(request.getParameter("id")));
        }
    }

    static class TextByReferenceBad {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            java.util.function.Function<String, String> trimmed = String::trim;
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + trimmed.apply(request.getParameter("id")) + "'");
        }
    }

    static class DecodedNumberSafe {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            Short number = Short.decode(request.getParameter("id"));
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE id = " + number);
        }
    }

    static class WrappedRequestBad {
        static class View extends javax.servlet.http.HttpServletRequestWrapper {
            View(HttpServletRequest request) {
                super(request);
            }

            String text(String name) {
                String value = getParameter(name);
                return value == null ? "" : value;
            }

            String fixed(String name) {
                return "fixed" + name.length();
            }
        }

        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            View view = new View(request);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + view.text("id") + "'");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + view.fixed("id") + "'");
        }
    }

    static class ConstantWithMethods {
        enum Mode {
            PASS {
                String apply(String text) {
                    return text;
                }
            },
            DROP {
                String apply(String text) {
                    return "dropped";
                }
            };

            abstract String apply(String text);
        }

        enum Step {
            SAME(text -> text),
            NONE(text -> "none");

            final java.util.function.Function<String, String> function;

            Step(java.util.function.Function<String, String> function) {
                this.function = function;
            }
        }

        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String given = request.getParameter("id");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + Mode.PASS.apply(given) + "'");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + Mode.DROP.apply(given) + "'");
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + Step.SAME.function.apply(given) + "'");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + Step.NONE.function.apply(given) + "'");
        }
    }

    static class LeftByName {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            String given = request.getParameter("id");
            String found = "fixed";
            String lost = given;
            outer:
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i * j == 2) {
                        found = given;
                        lost = "fixed";
                        break outer;
                    }
                }
            }
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + found + "'");
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + lost + "'");
            String kept = "fixed";
            rows:
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (j == 1) {
                        continue rows;
                    }
                    if (j == 2) {
                        kept = given;
                    }
                }
            }
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + kept + "'");
        }
    }

    static class HowMuch {
        void run(HttpServletRequest request, java.sql.Statement statement) throws Exception {
            java.util.StringTokenizer tokens = new java.util.StringTokenizer(request.getParameter("id"), ";");
            byte[] bytes = request.getParameter("id").getBytes();
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE size = " + tokens.countTokens());
            // ok: java-sql-injection
            statement.execute("SELECT * FROM items WHERE size = " + bytes.length);
            // ruleid: java-sql-injection
            statement.execute("SELECT * FROM items WHERE name = '" + tokens.nextToken() + "'");
        }
    }
}
