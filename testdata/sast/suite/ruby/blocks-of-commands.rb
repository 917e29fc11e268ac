# ruleid: ruby-blocks-of-commands-any
draw 1 do 2 end
# ruleid: ruby-blocks-of-commands-any
draw 1 { }
# ruleid: ruby-blocks-of-commands-any
draw(1) { 2 }
# ok: ruby-blocks-of-commands-any
draw 1
