<?php

use Symfony\Component\Process\Process;

$host = $_GET['host'];
// ruleid: php-command-injection
$output = shell_exec("ping -c 3 " . $host);
// ruleid: php-command-injection
system("whois {$_POST['domain']}", $status);
// ruleid: php-command-injection
passthru('convert ' . $_FILES['image']['name'] . ' out.png');
$command = 'ls';
$command .= ' ' . ($_GET['dir'] ?? '.');
// ruleid: php-command-injection
exec($command, $lines, $code);
// ruleid: php-command-injection
$pipe = popen(sprintf('grep %s access.log', $_REQUEST['pattern']), 'r');
// ruleid: php-command-injection
$listing = `ls -la {$_GET['dir']}`;
// ruleid: php-command-injection
$answer = `dig $host`;
// ruleid: php-command-injection
$answer = `$host`;
// ok: php-command-injection
$answer = `uptime`;
// ruleid: php-command-injection
mail($to, $subject, $body, $headers, '-f' . $_POST['from']);
// ok: php-command-injection
$output = shell_exec("ping -c 3 " . escapeshellarg($host));
// ok: php-command-injection
exec('uptime', $lines);
// ok: php-command-injection
system("kill " . (int) $_GET['pid']);
// ok: php-command-injection
proc_open(['ping', '-c', '3', $host], $spec, $pipes);
if (filter_var($host, FILTER_VALIDATE_IP)) {
    // ok: php-command-injection
    exec("ping -c 3 $host");
}

class Converter
{
    private string $format;

    public function handle(Request $request)
    {
        $this->format = $request->input('format');
        return $this->convert($request->file('image')->getClientOriginalName());
    }

    private function convert(string $file)
    {
        // ruleid: php-command-injection
        return Process::fromShellCommandline("convert $file out." . $this->format)->run();
    }

    public function safe(Request $request)
    {
        // ok: php-command-injection
        $process = new Process(['convert', $request->input('file'), 'out.png']);
        $format = $request->input('format');
        if (!in_array($format, ['png', 'jpg'])) {
            abort(422);
        }
        // ok: php-command-injection
        exec("convert in.tiff out.$format");
        // ok: php-command-injection
        $this->run('convert ' . $format);
    }

    private function run(string $text)
    {
        return strtoupper($text);
    }
}
