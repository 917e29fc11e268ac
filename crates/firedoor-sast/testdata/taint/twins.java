// Flows in pairs: in the first of each the request reaches the sink, in the second it does not.
import java.util.Map;

class DirectBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = param;
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class DirectGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "fixed";
        // ok: twins
        sink.run("x" + bar);
    }

}

class IfconstBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar;
        int num = 86;
        if ((7 * 42) - num > 200) bar = param;
        else bar = "never";
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class IfconstGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar;
        int num = 106;
        if ((7 * 18) + num > 200) bar = "always";
        else bar = param;
        // ok: twins
        sink.run("x" + bar);
    }

}

class Ifconst2Bad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "a";
        int n = 5;
        if (n * 3 == 15 && n < 10) { bar = param; }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class Ifconst2Good extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        int n = 196;
        if ((500 / 42) + n > 200) bar = param; else bar = "b";
        bar = n == 196 ? "c" : bar;
        // ok: twins
        sink.run("x" + bar);
    }

}

class TernaryBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        int num = 196;
        String bar = (500 / 42) + num > 200 ? param : "never";
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class TernaryGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        int num = 106;
        String bar = (7 * 18) + num > 200 ? "always" : param;
        // ok: twins
        sink.run("x" + bar);
    }

}

class Ternary2Bad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        boolean flag = "abc".length() == 3;
        String bar = flag ? param : "x";
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class Ternary2Good extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        boolean flag = "abc".length() == 4;
        String bar = flag ? param : "x";
        // ok: twins
        sink.run("x" + bar);
    }

}

class SwitchBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar;
        String guess = "ABC";
        char target = guess.charAt(2);
        switch (target) {
            case 'A': bar = param; break;
            case 'B': bar = "bob"; break;
            case 'C': case 'D': bar = param; break;
            default: bar = "other"; break;
        }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SwitchGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar;
        String guess = "ABC";
        char target = guess.charAt(1);
        switch (target) {
            case 'A': bar = param; break;
            case 'B': bar = "bob"; break;
            case 'C': case 'D': bar = param; break;
            default: bar = "other"; break;
        }
        // ok: twins
        sink.run("x" + bar);
    }

}

class SwitchintBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        int k = 3 * 2;
        switch (k) { case 5: bar = "no"; break; case 6: bar = param; break; default: bar = "d"; }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SwitchintGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        int k = 3 * 2;
        switch (k) { case 5: bar = param; break; case 6: bar = "ok"; break; default: bar = param; }
        // ok: twins
        sink.run("x" + bar);
    }

}

class SwitchexprBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String key = "b";
        String bar = switch (key) { case "a" -> "no"; case "b" -> param; default -> "d"; };
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SwitchexprGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String key = "b";
        String bar = switch (key) { case "a" -> param; case "b" -> "ok"; default -> param; };
        // ok: twins
        sink.run("x" + bar);
    }

}

class MapBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "s";
        java.util.HashMap<String, Object> map = new java.util.HashMap<String, Object>();
        map.put("keyA", "a_Value");
        map.put("keyB", param);
        map.put("keyC", "other");
        bar = (String) map.get("keyB");
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class MapGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "s";
        java.util.HashMap<String, Object> map = new java.util.HashMap<String, Object>();
        map.put("keyA", "a_Value");
        map.put("keyB", param);
        map.put("keyC", "other");
        bar = (String) map.get("keyB");
        bar = (String) map.get("keyA");
        // ok: twins
        sink.run("x" + bar);
    }

}

class ListBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "s";
        if (param != null) {
            java.util.List<String> values = new java.util.ArrayList<String>();
            values.add("safe");
            values.add(param);
            values.add("more");
            values.remove(0);
            bar = values.get(0);
        }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ListGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "s";
        if (param != null) {
            java.util.List<String> values = new java.util.ArrayList<String>();
            values.add("safe");
            values.add(param);
            values.add("more");
            values.remove(0);
            bar = values.get(1);
        }
        // ok: twins
        sink.run("x" + bar);
    }

}

class LinkedlistBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.LinkedList<String> q = new java.util.LinkedList<>();
        q.add("a");
        q.addFirst(param);
        String bar = q.getFirst();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class LinkedlistGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.LinkedList<String> q = new java.util.LinkedList<>();
        q.add("a");
        q.addFirst(param);
        String bar = q.getLast();
        // ok: twins
        sink.run("x" + bar);
    }

}

class DequeBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Deque<String> q = new java.util.ArrayDeque<>();
        q.push("a");
        q.push(param);
        String bar = q.pop();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class DequeGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Deque<String> q = new java.util.ArrayDeque<>();
        q.push("a");
        q.push(param);
        q.pop();
        String bar = q.pop();
        // ok: twins
        sink.run("x" + bar);
    }

}

class QueueBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Queue<String> q = new java.util.LinkedList<>();
        q.offer("a");
        q.offer(param);
        q.poll();
        String bar = q.poll();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class QueueGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Queue<String> q = new java.util.LinkedList<>();
        q.offer("a");
        q.offer(param);
        String bar = q.poll();
        // ok: twins
        sink.run("x" + bar);
    }

}

class StackBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Stack<String> q = new java.util.Stack<>();
        q.push("a");
        q.push(param);
        String bar = q.peek();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class StackGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Stack<String> q = new java.util.Stack<>();
        q.push(param);
        q.push("a");
        String bar = q.peek();
        // ok: twins
        sink.run("x" + bar);
    }

}

class IterBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = new java.util.ArrayList<>();
        l.add(param);
        String bar = "";
        for (String s : l) { bar = bar + s; }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class IterGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = new java.util.ArrayList<>();
        l.add("k");
        String bar = "";
        for (String s : l) { bar = bar + s; }
        // ok: twins
        sink.run("x" + bar);
    }

}

class IteratorBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = java.util.Arrays.asList("a", param);
        java.util.Iterator<String> it = l.iterator();
        String bar = "";
        while (it.hasNext()) { bar = it.next(); }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class IteratorGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = java.util.Arrays.asList("a", "b");
        java.util.Iterator<String> it = l.iterator();
        String bar = "";
        while (it.hasNext()) { bar = it.next(); }
        // ok: twins
        sink.run("x" + bar);
    }

}

class ArrayBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String[] arr = new String[3];
        arr[0] = "a";
        arr[1] = param;
        arr[2] = "c";
        String bar = arr[1];
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ArrayGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String[] arr = new String[3];
        arr[0] = "a";
        arr[1] = param;
        arr[2] = "c";
        String bar = arr[2];
        // ok: twins
        sink.run("x" + bar);
    }

}

class ArraylitBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String[] arr = {"a", param, "c"};
        int i = 2 - 1;
        String bar = arr[i];
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ArraylitGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String[] arr = new String[] {"a", param, "c"};
        int i = 2 - 1;
        String bar = arr[i + 1];
        // ok: twins
        sink.run("x" + bar);
    }

}

class SbBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        StringBuilder sb = new StringBuilder("x");
        sb.append(param).append("_tail");
        String bar = sb.toString();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SbGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        StringBuilder sb = new StringBuilder("x");
        sb.append(param).append("_tail");
        sb.setLength(0);
        sb.append("fixed");
        String bar = sb.toString();
        // ok: twins
        sink.run("x" + bar);
    }

}

class SbreplaceBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        StringBuilder sb = new StringBuilder(param);
        String bar = sb.append("_SafeStuff").toString();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SbreplaceGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        StringBuffer sb = new StringBuffer("a");
        sb.insert(0, "b").replace(0, 1, "z");
        String bar = sb.reverse().toString();
        // ok: twins
        sink.run("x" + bar);
    }

}

class Sbreplace2Bad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        StringBuilder sb = new StringBuilder("abcdef");
        sb.replace(1, 3, param);
        String bar = sb.toString();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class StropsBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = ("pre" + param.trim()).replace("a", "b").substring(1).concat("z");
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class StropsGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "pre".concat("z").toUpperCase().trim();
        // ok: twins
        sink.run("x" + bar);
    }

}

class FormatBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = String.format("%s-%d", param, 3);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class FormatGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = String.format("%s-%d", "lit", param.length());
        // ok: twins
        sink.run("x" + bar);
    }

}

class JoinBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = String.join(",", "a", param);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class JoinGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = String.join(",", "a", "b");
        // ok: twins
        sink.run("x" + bar);
    }

}

class SplitBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = param.split(" ")[0];
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SplitGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "a b".split(" ")[0];
        // ok: twins
        sink.run("x" + bar);
    }

}

class Base64Bad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = new String(org.apache.commons.codec.binary.Base64.decodeBase64(org.apache.commons.codec.binary.Base64.encodeBase64(param.getBytes())));
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class Base64bBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        if (param != null) {
            bar = new String(java.util.Base64.getDecoder().decode(java.util.Base64.getEncoder().encode(param.getBytes())));
        }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ChararrayBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        char[] cs = param.toCharArray();
        String bar = new String(cs);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class HelperBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = doSomething(request, param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private static String doSomething(HttpServletRequest request, String param) {
        String bar = param;
        return bar;
    }
}

class HelperGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = doSomething(request, param);
        // ok: twins
        sink.run("x" + bar);
    }
    private static String doSomething(HttpServletRequest request, String param) {
        String bar;
        int num = 106;
        bar = (7 * 18) + num > 200 ? "always" : param;
        return bar;
    }
}

class HelperlistBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = pick(param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private String pick(String param) {
        java.util.List<String> l = new java.util.ArrayList<>();
        l.add("a"); l.add(param);
        return l.get(1);
    }
}

class HelperlistGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = pick(param);
        // ok: twins
        sink.run("x" + bar);
    }
    private String pick(String param) {
        java.util.List<String> l = new java.util.ArrayList<>();
        l.add("a"); l.add(param);
        return l.get(0);
    }
}

class HelperctxBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = choose(true, param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private String choose(boolean take, String v) {
        if (take) return v;
        return "none";
    }
}

class HelperctxGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = choose(false, param);
        // ok: twins
        sink.run("x" + bar);
    }
    private String choose(boolean take, String v) {
        if (take) return v;
        return "none";
    }
}

class HelperbothBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String other = same("k");
        String bar = same(param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private static String same(String v) { return v; }
}

class HelperbothGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String other = same(param);
        String bar = same("k");
        // ok: twins
        sink.run("x" + bar);
    }
    private static String same(String v) { return v; }
}

class HelperretBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = build(param);
        String bar = m.get("user");
        // ruleid: twins
        sink.run("x" + bar);
    }
    private java.util.Map<String, String> build(String v) {
        java.util.Map<String, String> m = new java.util.HashMap<>();
        m.put("user", v);
        m.put("role", "guest");
        return m;
    }
}

class HelperretGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = build(param);
        String bar = m.get("role");
        // ok: twins
        sink.run("x" + bar);
    }
    private java.util.Map<String, String> build(String v) {
        java.util.Map<String, String> m = new java.util.HashMap<>();
        m.put("user", v);
        m.put("role", "guest");
        return m;
    }
}

class HelperoutBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = new java.util.ArrayList<>();
        fill(l, param);
        String bar = l.get(0);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private void fill(java.util.List<String> l, String v) { l.add(v); l.add("end"); }
}

class HelperoutGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = new java.util.ArrayList<>();
        fill(l, param);
        String bar = l.get(1);
        // ok: twins
        sink.run("x" + bar);
    }
    private void fill(java.util.List<String> l, String v) { l.add(v); l.add("end"); }
}

class InnerBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = new Test65().doSomething(request, param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private class Test65 {
        public String doSomething(HttpServletRequest request, String param) {
            String bar = "";
            if (param != null) {
                java.util.List<String> v = new java.util.ArrayList<String>();
                v.add("safe"); v.add(param); v.add("more");
                v.remove(0);
                bar = v.get(0);
            }
            return bar;
        }
    }
}

class InnerGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = new Test66().doSomething(request, param);
        // ok: twins
        sink.run("x" + bar);
    }
    private class Test66 {
        public String doSomething(HttpServletRequest request, String param) {
            String bar = "";
            if (param != null) {
                java.util.List<String> v = new java.util.ArrayList<String>();
                v.add("safe"); v.add(param); v.add("more");
                v.remove(0);
                bar = v.get(1);
            }
            return bar;
        }
    }
}

class BeanBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box67 b = new Box67(param, "s");
        String bar = b.getA();
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Box67 {
        private final String a;
        private final String b;
        Box67(String a, String b) { this.a = a; this.b = b; }
        String getA() { return a; }
        String getB() { return b; }
    }
}

class BeanGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box68 b = new Box68(param, "s");
        String bar = b.getB();
        // ok: twins
        sink.run("x" + bar);
    }
    static class Box68 {
        private final String a;
        private final String b;
        Box68(String a, String b) { this.a = a; this.b = b; }
        String getA() { return a; }
        String getB() { return b; }
    }
}

class Bean2Bad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box69 x = new Box69("s");
        Box69 y = new Box69(param);
        String bar = y.get();
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Box69 {
        private String v;
        Box69(String v) { this.v = v; }
        public String get() { return this.v; }
    }
}

class Bean2Good extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box70 x = new Box70("s");
        Box70 y = new Box70(param);
        String bar = x.get();
        // ok: twins
        sink.run("x" + bar);
    }
    static class Box70 {
        private String v;
        Box70(String v) { this.v = v; }
        public String get() { return this.v; }
    }
}

class SetterBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box71 x = new Box71();
        x.setName(param);
        x.setRole("r");
        String bar = x.getName();
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Box71 {
        private String name; private String role;
        public void setName(String name) { this.name = name; }
        public String getName() { return name; }
        public void setRole(String role) { this.role = role; }
        public String getRole() { return role; }
    }
}

class SetterGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Box72 x = new Box72();
        x.setName(param);
        x.setRole("r");
        String bar = x.getRole();
        // ok: twins
        sink.run("x" + bar);
    }
    static class Box72 {
        private String name; private String role;
        public void setName(String name) { this.name = name; }
        public String getName() { return name; }
        public void setRole(String role) { this.role = role; }
        public String getRole() { return role; }
    }
}

class RecordBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Pair73 p = new Pair73("l", param);
        String bar = p.right();
        // ruleid: twins
        sink.run("x" + bar);
    }
    record Pair73(String left, String right) {}
}

class RecordGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Pair74 p = new Pair74("l", param);
        String bar = p.left();
        // ok: twins
        sink.run("x" + bar);
    }
    record Pair74(String left, String right) {}
}

class FieldBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        this.kept = param;
        String bar = kept;
        // ruleid: twins
        sink.run("x" + bar);
    }
    private String kept;
}

class FieldGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        this.kept = param;
        this.kept = "k";
        String bar = kept;
        // ok: twins
        sink.run("x" + bar);
    }
    private String kept;
}

class StaticfieldBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        KEPT = param;
        String bar = read();
        // ruleid: twins
        sink.run("x" + bar);
    }
    private static String KEPT;
    private static String read() { return KEPT; }
}

class StaticfieldGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        KEPT = "k";
        String bar = read();
        // ok: twins
        sink.run("x" + bar);
    }
    private static String KEPT;
    private static String read() { return KEPT; }
}

class ConstfieldBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = MODE == 1 ? param : "x";
        // ruleid: twins
        sink.run("x" + bar);
    }
    private static final int MODE = 1;
}

class ConstfieldGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = MODE == 2 ? param : "x";
        // ok: twins
        sink.run("x" + bar);
    }
    private static final int MODE = 1;
}

class LambdaBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.function.Function<String, String> f = s -> s + "!";
        String bar = f.apply(param);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class LambdaGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.function.Function<String, String> f = s -> "fixed";
        String bar = f.apply(param);
        // ok: twins
        sink.run("x" + bar);
    }

}

class SupplierBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        final String pp = param;
        java.util.function.Supplier<String> f = () -> pp;
        String bar = f.get();
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class SupplierGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        final String pp = param;
        java.util.function.Supplier<String> f = () -> "k";
        String bar = f.get();
        // ok: twins
        sink.run("x" + bar);
    }

}

class StreamBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = java.util.stream.Stream.of("a", param).map(s -> s.trim()).collect(java.util.stream.Collectors.joining(","));
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class StreamGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = java.util.stream.Stream.of("a", "b").map(s -> s.trim()).collect(java.util.stream.Collectors.joining(","));
        // ok: twins
        sink.run("x" + bar);
    }

}

class OptionalBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = java.util.Optional.ofNullable(param).orElse("d");
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class OptionalGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = java.util.Optional.ofNullable("k").orElse("d");
        // ok: twins
        sink.run("x" + bar);
    }

}

class AnonBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        final String pp = param;
        Step s = new Step() { public String apply(String in) { return in; } };
        String bar = s.apply(pp);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class AnonGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        final String pp = param;
        Step s = new Step() { public String apply(String in) { return "k"; } };
        String bar = s.apply(pp);
        // ok: twins
        sink.run("x" + bar);
    }

}

class InheritBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Base91 b = new Derived91();
        String bar = b.work(param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Base91 { String work(String s) { return "b"; } }
    static class Derived91 extends Base91 { String work(String s) { return s; } }
}

class InheritGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Base92 b = new Derived92();
        String bar = b.work(param);
        // ok: twins
        sink.run("x" + bar);
    }
    static class Base92 { String work(String s) { return s; } }
    static class Derived92 extends Base92 { String work(String s) { return "d"; } }
}

class SuperBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = new Derived93(param).value();
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Base93 { protected String v; Base93(String v) { this.v = v; } String value() { return v; } }
    static class Derived93 extends Base93 { Derived93(String s) { super(s); } }
}

class SuperGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = new Derived94(param).value();
        // ok: twins
        sink.run("x" + bar);
    }
    static class Base94 { protected String v; Base94(String v) { this.v = v; } String value() { return v; } }
    static class Derived94 extends Base94 { Derived94(String s) { super("k"); } }
}

class VarargsBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = last("a", "b", param);
        // ruleid: twins
        sink.run("x" + bar);
    }
    private static String last(String... xs) { return xs[2]; }
    private static String first(String... xs) { return xs[0]; }
}

class VarargsGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = first("a", "b", param);
        // ok: twins
        sink.run("x" + bar);
    }
    private static String last(String... xs) { return xs[2]; }
    private static String first(String... xs) { return xs[0]; }
}

class TrycatchBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "x";
        try {
            Integer.parseInt("zz");
        } catch (NumberFormatException e) {
            bar = param;
        }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class TrycatchGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = param;
        try {
            Integer.parseInt("zz");
        } finally {
            bar = "k";
        }
        // ok: twins
        sink.run("x" + bar);
    }

}

class LoopBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        for (int i = 0; i < param.length(); i++) { bar += param.charAt(i); }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class LoopGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        for (int i = 0; i < param.length(); i++) { bar += "x"; }
        // ok: twins
        sink.run("x" + bar);
    }

}

class LoopneverBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "";
        int i = 0;
        do { bar = param; i++; } while (i < 1);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class LoopneverGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "k";
        for (int i = 5; i < 2; i++) { bar = param; }
        // ok: twins
        sink.run("x" + bar);
    }

}

class NumberBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "id" + Integer.valueOf(3) + param;
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class NumberGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "id" + Integer.parseInt(param);
        // ok: twins
        sink.run("x" + bar);
    }

}

class TwokeysBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, java.util.Map<String, String>> m = new java.util.HashMap<>();
        java.util.Map<String, String> inner = new java.util.HashMap<>();
        inner.put("a", "x");
        inner.put("b", param);
        m.put("s", inner);
        String bar = m.get("s").get("b");
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class TwokeysGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, java.util.Map<String, String>> m = new java.util.HashMap<>();
        java.util.Map<String, String> inner = new java.util.HashMap<>();
        inner.put("a", "x");
        inner.put("b", param);
        m.put("s", inner);
        String bar = m.get("s").get("a");
        // ok: twins
        sink.run("x" + bar);
    }

}

class MapofBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = java.util.Map.of("a", "x", "b", param);
        String bar = m.get("b");
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class MapofGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = java.util.Map.of("a", "x", "b", param);
        String bar = m.get("a");
        // ok: twins
        sink.run("x" + bar);
    }

}

class ListofBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = java.util.List.of("a", param);
        String bar = l.get(1);
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ListofGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.List<String> l = java.util.List.of("a", param);
        String bar = l.get(0);
        // ok: twins
        sink.run("x" + bar);
    }

}

class MapentriesBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = new java.util.HashMap<>();
        m.put("k", param);
        String bar = "";
        for (java.util.Map.Entry<String, String> e : m.entrySet()) { bar = e.getValue(); }
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class MapentriesGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        java.util.Map<String, String> m = new java.util.HashMap<>();
        m.put("k", "v");
        String bar = "";
        for (java.util.Map.Entry<String, String> e : m.entrySet()) { bar = e.getValue(); }
        // ok: twins
        sink.run("x" + bar);
    }

}

class BoxedBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Boolean on = Boolean.TRUE;
        String bar = on ? param : "k";
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class BoxedGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Boolean on = Boolean.FALSE;
        String bar = on ? param : "k";
        // ok: twins
        sink.run("x" + bar);
    }

}

class StrcmpBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String mode = "live";
        String bar = "k";
        if ("live".equals(mode)) bar = param;
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class StrcmpGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String mode = "live";
        String bar = "k";
        if (!"live".equals(mode)) bar = param;
        // ok: twins
        sink.run("x" + bar);
    }

}

class EarlyreturnBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        if (1 > 2) { return; }
        String bar = param;
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class EarlyreturnGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "k";
        if (2 > 1) { bar = "z"; } else { bar = param; }
        // ok: twins
        sink.run("x" + bar);
    }

}

class ReassignBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = "k";
        bar = param;
        // ruleid: twins
        sink.run("x" + bar);
    }

}

class ReassignGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        String bar = param;
        bar = "k";
        // ok: twins
        sink.run("x" + bar);
    }

}

class GenericBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Holder121<String> h = new Holder121<>(param);
        String bar = h.get();
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Holder121<T> { private T t; Holder121(T t) { this.t = t; } T get() { return t; } }
}

class GenericGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Holder122<String> h = new Holder122<>("k");
        String bar = h.get();
        // ok: twins
        sink.run("x" + bar);
    }
    static class Holder122<T> { private T t; Holder122(T t) { this.t = t; } T get() { return t; } }
}

class BuilderBad extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Msg123 m = new Msg123().to("a").body(param);
        String bar = m.body;
        // ruleid: twins
        sink.run("x" + bar);
    }
    static class Msg123 { String to; String body; Msg123 to(String t) { this.to = t; return this; } Msg123 body(String b) { this.body = b; return this; } }
}

class BuilderGood extends HttpServlet {
    void doGet(HttpServletRequest request, Sink sink) throws Exception {
        String param = request.getParameter("q");
        Msg124 m = new Msg124().to("a").body(param);
        String bar = m.to;
        // ok: twins
        sink.run("x" + bar);
    }
    static class Msg124 { String to; String body; Msg124 to(String t) { this.to = t; return this; } Msg124 body(String b) { this.body = b; return this; } }
}
