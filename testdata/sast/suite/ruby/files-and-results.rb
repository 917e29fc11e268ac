# ruleid: ruby-files-and-results-file
require "set"
# ruleid: ruby-files-and-results-file
require_relative "doors/front"
# ok: ruby-files-and-results-file
include Doors
def open(door)
  # ruleid: ruby-files-and-results-result
  turn(door)
end
def close(door)
  # ruleid: ruby-files-and-results-result
  @door = turn(door)
end
def count
  # ok: ruby-files-and-results-result
  @count = 3
end
